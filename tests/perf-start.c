/* perf-start.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <X11/Xlib.h>
#include <X11/extensions/Xdamage.h>
#include <cairo.h>
#include <glib/gstdio.h>
#include <poll.h>
#include <signal.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "qd-bench.h"

/* perf-start QUARTERDECK BARE-WINDOW SAMPLE
 *
 * From the start of the process until the window is painted: watched from
 * outside, as what the X server says was damaged. “First frame” is when all of
 * the window was painted, “at rest” when the last change was that 400 ms passed
 * without another. The programs take turns. */

#define N_ROUNDS 9
#define N_ACCOUNTS 10000
#define QUIET_MS 400
#define LIMIT_MS 60000
#define WHOLE 0.95

typedef struct
{
  const char *what;
  const char *program;
  char       *database; /* NULL: the bare window */
  double      first[N_ROUNDS];
  double      rest[N_ROUNDS];
  double      peak[N_ROUNDS];
  double      share[N_ROUNDS];
} Case;

typedef struct
{
  Display        *display;
  int             damage_event;
  Window          window;
  int             width;
  int             height;
  cairo_region_t *painted;
  gint64          start;
  double          first; /* ms, 0 while there was none */
  double          last;
} Watch;

static double
ms_since (gint64 start)
{
  return (double)(g_get_monotonic_time () - start) / 1000;
}

static double
region_area (const cairo_region_t *region)
{
  double area = 0;

  for (int i = 0; i < cairo_region_num_rectangles (region); i++)
    {
      cairo_rectangle_int_t rectangle;

      cairo_region_get_rectangle (region, i, &rectangle);
      area += (double)rectangle.width * rectangle.height;
    }

  return area;
}

static void
watch_damage (Watch              *watch,
              XDamageNotifyEvent *event)
{
  if (event->drawable != watch->window)
    return;

  watch->last = ms_since (watch->start);
  cairo_region_union_rectangle (watch->painted,
                                &(cairo_rectangle_int_t){ event->area.x, event->area.y, event->area.width, event->area.height });

  if (watch->first == 0 &&
      region_area (watch->painted) >= WHOLE * watch->width * watch->height)
    watch->first = watch->last;
}

/* Before it is shown nothing counts; small ones are the toolkit's own. */
static void
watch_map (Watch *watch,
           Window window)
{
  XWindowAttributes attributes;

  if (!XGetWindowAttributes (watch->display, window, &attributes) || attributes.width < 200)
    return;

  watch->window = window;
  watch->width = attributes.width;
  watch->height = attributes.height;
}

static void
watch_events (Watch *watch)
{
  while (XPending (watch->display))
    {
      XEvent event;

      XNextEvent (watch->display, &event);

      if (event.type == CreateNotify)
        XDamageCreate (watch->display, event.xcreatewindow.window, XDamageReportRawRectangles);
      else if (event.type == MapNotify)
        watch_map (watch, event.xmap.window);
      else if (event.type == ConfigureNotify && event.xconfigure.window == watch->window)
        watch_map (watch, event.xconfigure.window);
      else if (event.type == watch->damage_event)
        watch_damage (watch, (XDamageNotifyEvent *)&event);
    }
}

static void
watch_until_rest (Watch *watch)
{
  struct pollfd descriptor = { ConnectionNumber (watch->display), POLLIN, 0 };

  while (watch->first == 0 || ms_since (watch->start) - watch->last < QUIET_MS)
    {
      if (ms_since (watch->start) > LIMIT_MS)
        g_error ("No window was painted within a minute");

      watch_events (watch);
      poll (&descriptor, 1, 20);
    }
}

/* The figure of a line such as “VmHWM:   123 kB” of a file in /proc, in MB. */
static double
proc_megabytes (GPid        pid,
                const char *file,
                const char *line)
{
  g_autofree char *path = g_strdup_printf ("/proc/%d/%s", pid, file);
  g_autofree char *text = NULL;
  const char      *found;

  if (!g_file_get_contents (path, &text, NULL, NULL) || !(found = strstr (text, line)))
    g_error ("%s does not say %s", path, line);

  return g_ascii_strtod (found + strlen (line), NULL) / 1024;
}

static void
close_window (Watch *watch,
              GPid   pid)
{
  XEvent event = { .xclient = { .type = ClientMessage,
                                .window = watch->window,
                                .message_type = XInternAtom (watch->display, "WM_PROTOCOLS", False),
                                .format = 32 } };
  int    status;

  event.xclient.data.l[0] = (long)XInternAtom (watch->display, "WM_DELETE_WINDOW", False);
  XSendEvent (watch->display, watch->window, False, NoEventMask, &event);
  XFlush (watch->display);

  if (waitpid (pid, &status, 0) != pid || status != 0)
    g_error ("It ended with %d", status);
}

static void
run (Case    *each,
     Display *display,
     int      damage_event,
     guint    round)
{
  const char *argv[] = { each->program, each->database ? "--database" : NULL, each->database, NULL };
  Watch       watch = { .display = display, .damage_event = damage_event, .painted = cairo_region_create () };
  g_autoptr(GError) error = NULL;
  GPid pid;

  watch.start = g_get_monotonic_time ();

  if (!g_spawn_async (NULL, (char **)argv, NULL, G_SPAWN_DO_NOT_REAP_CHILD, NULL, NULL, &pid, &error))
    g_error ("%s", error->message);

  watch_until_rest (&watch);
  each->first[round] = watch.first;
  each->rest[round] = watch.last;
  each->peak[round] = proc_megabytes (pid, "status", "VmHWM:");
  each->share[round] = proc_megabytes (pid, "smaps_rollup", "Pss:");
  close_window (&watch, pid);
  cairo_region_destroy (watch.painted);
}

static void
take_in (const char *program,
         const char *database,
         const char *file)
{
  const char *argv[] = { program, "--database", database, "import", file, NULL };
  g_autoptr(GError) error = NULL;
  g_autofree char *said = NULL;
  int              status;

  if (!g_spawn_sync (NULL, (char **)argv, NULL, G_SPAWN_STDOUT_TO_DEV_NULL, NULL, NULL, NULL, &said, &status, &error) ||
      !g_spawn_check_wait_status (status, &error))
    g_error ("Importing %s: %s %s", file, error->message, said);
}

static char *
write_roster (const char *folder)
{
  g_autoptr(GString) csv = g_string_new ("Account Name,Success Tier,Offering,Region,ARR,Seats,Renewal Date,Next Step\r\n");
  static const char *const tiers[] = { "On-Demand", "Essentials", "Advanced", "Signature" };
  static const char *const offerings[] = { "GitLab.com", "Self-managed", "Dedicated" };
  static const char *const regions[] = { "AMER", "EMEA", "APAC" };
  char                    *path = g_build_filename (folder, "roster.csv", NULL);

  for (int i = 0; i < N_ACCOUNTS; i++)
    g_string_append_printf (csv,
                            "\"Customer %05d, Ltd\",%s,%s,%s,\"USD %d,000.00\",%d,2027-%02d-%02d,Agree the date of review %d\r\n",
                            i,
                            tiers[i % 4],
                            offerings[i % 3],
                            regions[i % 3],
                            i % 900 + 10,
                            i % 5000 + 1,
                            i % 12 + 1,
                            i % 28 + 1,
                            i);

  g_assert_true (g_file_set_contents (path, csv->str, -1, NULL));

  return path;
}

static void
report (Case *bare,
        Case *each)
{
  g_autofree char *first = g_strdup_printf ("start, first frame: %s", each->what);
  g_autofree char *rest = g_strdup_printf ("start, at rest: %s", each->what);
  g_autofree char *peak = g_strdup_printf ("peak memory: %s", each->what);
  g_autofree char *share = g_strdup_printf ("proportional memory: %s", each->what);
  const char      *beside = "bare libadwaita window";

  qd_bench_report (first, qd_bench_median (each->first, N_ROUNDS), "ms", beside, qd_bench_median (bare->first, N_ROUNDS));
  qd_bench_report (rest, qd_bench_median (each->rest, N_ROUNDS), "ms", beside, qd_bench_median (bare->rest, N_ROUNDS));
  qd_bench_report (peak, qd_bench_median (each->peak, N_ROUNDS), "MB", beside, qd_bench_median (bare->peak, N_ROUNDS));
  qd_bench_report (share, qd_bench_median (each->share, N_ROUNDS), "MB", beside, qd_bench_median (bare->share, N_ROUNDS));
}

static int
ignore_cb (Display     *display,
           XErrorEvent *event)
{
  /* A window was gone before it was asked about. */
  return 0;
}

static void
discard (const char *folder)
{
  g_autoptr(GDir) dir = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (dir)))
    {
      g_autofree char *path = g_build_filename (folder, name, NULL);

      g_unlink (path);
    }

  g_rmdir (folder);
}

int
main (int   argc,
      char *argv[])
{
  Display         *display = XOpenDisplay (NULL);
  g_autofree char *folder = g_dir_make_tmp ("quarterdeck-XXXXXX", NULL);
  Case             cases[] = {
    { .what = "bare", .program = argv[2] },
    { .what = "empty", .program = argv[1], .database = g_build_filename (folder, "empty.db", NULL) },
    { .what = "sample portfolio", .program = argv[1], .database = g_build_filename (folder, "sample.db", NULL) },
    { .what = "10,000 accounts", .program = argv[1], .database = g_build_filename (folder, "roster.db", NULL) },
  };
  int damage_event, damage_error;

  if (display == NULL || !XDamageQueryExtension (display, &damage_event, &damage_error))
    return 77;

  g_autofree char *roster = write_roster (folder);

  g_setenv ("GSK_RENDERER", "cairo", TRUE);
  take_in (argv[1], cases[2].database, argv[3]);
  take_in (argv[1], cases[3].database, roster);
  XSetErrorHandler (ignore_cb);
  XSelectInput (display, DefaultRootWindow (display), SubstructureNotifyMask);

  /* What is read for the first time comes from the disk: not counted. */
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    run (&cases[i], display, damage_event + XDamageNotify, 0);

  for (guint round = 0; round < N_ROUNDS; round++)
    {
      for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
        run (&cases[i], display, damage_event + XDamageNotify, round);
    }

  for (guint i = 1; i < G_N_ELEMENTS (cases); i++)
    report (&cases[0], &cases[i]);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_free (cases[i].database);

  discard (folder);
  XCloseDisplay (display);

  return 0;
}
