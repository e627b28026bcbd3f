/* qd-help-topics.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#define G_LOG_DOMAIN "qd-help-topics"

#include "qd-help-topics.h"

#include <adwaita.h>
#include <glib/gi18n.h>
#include <string.h>

#include "qd-page-uri.h"
#include "qd-trouble.h"

static const QdHelpTopic topics[] = {
  { "first-steps",
    N_ ("First Steps"),
    N_ ("An account, its plan, and handing it over"),
    { N_ ("Begin with an account: press Ctrl+N on the Accounts page, or import the report your CRM exports. To look around first, load the sample portfolio from the main menu; it is removed again in one step."),
      N_ ("Open the account and make a plan from a template. A template lays its tasks out from the day the plan starts, or back from the day it is to be done, and names where each task comes from."),
      N_ ("Work on the plan on its board, in its table and in its objectives: they are the same tasks. When it is time to hand it over, export it as a PDF for people or as JSON for another copy of Quarterdeck."),
      NULL } },
  { "tour",
    N_ ("Tour of the Sample Portfolio"),
    N_ ("Made-up customers to look around in"),
    { N_ ("The sample portfolio is loaded from the main menu, beside what is there already, and removed from there in one step. Its days are laid around today, so that something is due, something late and something coming up."),
      N_ ("Begin on the Accounts page: Razorbill is well, Feldspar is at risk and has a plan to recover, Basalt is being handed over. Hold F8 to see the real names of those that are sealed; let go and they are gone."),
      N_ ("Then open Razorbill’s accelerator and press Alt+3: twelve weeks as bars, with what waits for what, and the maintenance of its tenant behind them. Move a bar with Alt+Right, read below what slips, and take it back with Ctrl+Z."),
      N_ ("Bowsprit’s onboarding has its objectives on Alt+4, each on its way to Verified. Razorbill’s tenant says when it is maintained next and which version comes. The Support page says which tickets to ask for attention to, and why."),
      NULL },
    { { N_ ("All Accounts"), "quarterdeck://accounts" },
      { N_ ("Razorbill, Before a Call"), "quarterdeck://account/49b16d2ec13da58a" },
      { N_ ("Razorbill’s Accelerator"), "quarterdeck://plan/4b3bfa3586a20548" },
      { N_ ("Bowsprit’s Onboarding"), "quarterdeck://plan/301a1f98192973a6" },
      { N_ ("Razorbill’s Tenant"), "quarterdeck://tenant/43ed607469403927" },
      { N_ ("Tickets"), "quarterdeck://support" } } },
  { "quick",
    N_ ("Quick Ways"),
    N_ ("Find or do anything, and a task in one line"),
    { N_ ("Ctrl+K finds accounts, people, plans, tasks, notes and entries of the reference, goes to a page, and does whatever can be done just now. A few letters are enough: “np” is “New plan”. Up and Down go through what is found, Enter takes it. Before you type, what you chose last comes first."),
      N_ ("Ctrl+T adds a task that is typed in one line, such as “Send the sizing guide @sponsor fri #Basalt !call”, and shows what it understands while you type. On the page of a plan or an account the task goes there unless “#” names another account or plan."),
      N_ ("“@” is an owner, by name or by part, as @csm, @sponsor or @champion. “!” is a kind, a status or who sees it. A day comes last, as “fri”, “24 nov” or “in 2 weeks”; behind “due:” it may stand anywhere. Quotes keep words together. Where something is not clear, nothing is added and you are told which word it is."),
      NULL } },
  { "safety",
    N_ ("Nothing Is Lost"),
    N_ ("Saving, undo, and where your data is"),
    { N_ ("There is no Save. What you change is safe on disk at once, and Ctrl+Z takes it back, step by step, also after a restart. An import or a plan made from a template is one step."),
      N_ ("Everything is in one file on this computer, quarterdeck/quarterdeck.db in your data folder, which only you can read. The app has no network access."),
      N_ ("A backup is made at the start and every day, if something changed. It counts once it was read again and holds every row. All of the last day stay, and the newest of 7 days, 4 weeks and 12 months. If none can be made, it says so below all pages until there is one."),
      N_ ("“Backups…” in the main menu has them all. Choose one to see what is in it and what would change; restoring it keeps what there is now as a backup first, and is one step that Ctrl+Z takes back. An extra folder gets a copy of each, as on another disk."),
      N_ ("Before a new version changes how the file is laid out, it keeps a checked copy beside it."),
      N_ ("Once a day the whole file is looked at. If it is damaged you are told, and can put the newest backup that is in order in its place, or salvage all records that can still be read, with a report of what is lost. The damaged file is kept under another name. In a terminal, “quarterdeck salvage FILE --output NEW” does the same."),
      N_ ("If the disk is full, or the file is removed while it is open, a change is refused and what you typed stays; what was saved before can be saved as a copy."),
      NULL } },
  { "history",
    N_ ("History"),
    N_ ("What changed, taking one change back, an earlier day"),
    { N_ ("Every change stands on the History page, below the day on which it was made. Search it with Ctrl+F, or narrow it to an account, a plan, a kind of record or a span of days. “History…” in the menu of an account, a plan or a task shows that of it alone."),
      N_ ("Enter shows what stood there before and what stands there since. “Revert” takes that one change back, however old it is; where something else changed the same since, it says so and leaves all as it is. What was reverted can itself be undone."),
      N_ ("“What Changed Since the Last Call” in the menu of an account sums up what was done, moved, added, changed and removed, since then or since another day, and copies it by codename."),
      N_ ("“Show as of a Day” in the main menu opens a second window with accounts and plans as they were at the end of that day. Nothing in it can be changed; “Compare with Now” lists the differences. How late things are is told as of today there, too."),
      NULL } },
  { "paper",
    N_ ("Timeline on Paper"),
    N_ ("As PDF, as an image, in a report"),
    { N_ ("Export a plan as “Timeline as PDF”, PNG or SVG: it is drawn as on the screen, with all rows open, for the reader you choose. A plan’s PDF has its timeline in it too."),
      N_ ("Fitted, all of its time is on one page across, with text of 7 points or more; a plan too long for that is tiled. Tiled, each page has the names and the axis again, and says in its foot where it belongs. Pages with nothing on them are left out."),
      N_ ("If the plan has a baseline, the one set last is drawn below the bars. The customer sees neither baselines nor days off, but the maintenance of its own tenant."),
      NULL } },
  { "codenames",
    N_ ("Codenames"),
    N_ ("Who may read what"),
    { N_ ("An account whose name is sealed is called by its codename everywhere in the app: in lists, titles and messages, where somebody typed the name, and to screen readers. Hold F8, or the eye beside the codename, to see the real name; Ctrl+C copies the codename. “Real Names” on the account’s Identity card opens them for editing, and closes when you leave."),
      N_ ("What is sealed is chosen on the account, below its identity. Dedicated customers are sealed unless you say otherwise; what two published pages say of it stands there too. A codename is never made up."),
      N_ ("Each export asks who it is for. “Me” has everything. “Colleagues” calls customers by their codename. “The Customer” has the real name, the tasks and objectives that are marked visible to the customer, and no other account."),
      N_ ("If a text would give away a name that its readers must not see, it waits: each name is listed with its place, to be replaced or let out for a reason. The reason is kept under “Names That Went Out” in the main menu. Copying and printing ask in the same way."),
      N_ ("“Copy As” in the menus of an account, a plan and a task copies it for Slack, for the customer or as GitLab Markdown."),
      NULL } },
  { "reference",
    N_ ("Reference"),
    N_ ("Look something up while the customer is on the line"),
    { N_ ("Press Ctrl+6 and type: a word, its beginning, or a question as you would ask a colleague. The best match is shown at once, Up and Down go through the others, Enter reads one. From anywhere else Ctrl+K finds entries too, and shows one without leaving the place."),
      N_ ("Shift+F1 shows the entry on what has the focus: on a task the one that is linked to it or that its title names, on a page the one the page is about. F1 opens this help, at what it says of where you are."),
      N_ ("Ctrl+D makes an entry a favourite. Add your notes to it, and link it to accounts, plans, tasks and templates, which then show it. You can edit an entry or add your own: an update never overwrites that, but tells you when its own text has changed."),
      N_ ("Each entry says where it is from and when that was checked. After the days set in the preferences it is marked as stale, until you check it and say so."),
      NULL } },
  { "health",
    N_ ("Health and Last Contact"),
    N_ ("How the roster reckons"),
    { N_ ("Health is what you judged last, with a reason; the arrow says how it compares with the time before. The history stays."),
      N_ ("Last contact counts customer calls and in-person meetings. E-mails, updates and internal work are kept as activities, but they are not contact."),
      NULL } },
  { "accelerators",
    N_ ("Accelerators"),
    N_ ("Twelve weeks, their content, and who has time for them"),
    { N_ ("Press Ctrl+N on the Accelerators page to lay one out: choose the account and what is to be in it, say when it starts and who leads it, and look at all of it before it is made. Discovery is in week 1, planning in week 2, then five sprints of two weeks follow. No workshop falls on a day off of either side. Space checks a module, Enter goes on."),
      N_ ("All accelerators stand on one timeline, by account and by quarter. Below it are the weeks of each person: the dashed line is a full week, a striped bar is more than there is time for, and a diamond marks a clash. What clashes is said in a sentence; click it to go there."),
      N_ ("The catalogue has what accelerators are put together from. Edit what ships with the app, and reset it when you want it back; add modules of your own."),
      N_ ("How many accelerators a contract year has comes from the tier, unless the account has a number of its own on its Plans view. More than that, or two that start in one quarter, is a warning and never refused."),
      NULL } },
  { "dedicated",
    N_ ("Maintenance of Dedicated"),
    N_ ("Windows, releases, locks, and who answers when"),
    { N_ ("On the Dedicated page, the week shows what happens to each tenant: a filled bar changes something, an outline is a window in which nothing comes, stripes are a change lock. Ctrl+Page Up and Ctrl+Page Down go to another week, Alt+Home to this one. Export it as iCalendar from the same view."),
      N_ ("The release calendar is worked out here, without a network: a release is on the third Thursday of a month, tenants get the version before it, and what falls into a change lock comes in the first window after that. A version seen in Switchboard counts from the day it was seen."),
      N_ ("All of that goes by the facts: windows, locks, release rules, hours and the rest, each with its source and the day that was checked. Edit one, strike it out, or add a lock of your own; each can be undone and reset. When a newer one ships than the one you have edited, the fact says so and shows what differs."),
      N_ ("A plan of an account with a tenant shows its windows, locks and versions on the timeline, as do several plans of one account. Turn them off in the timeline’s view menu. A task, an objective or a template that names a feature which Dedicated has not says so, with what can be used instead."),
      NULL } },
  { "plans",
    N_ ("Plans, Phases and Progress"),
    N_ ("What “behind” means"),
    { N_ ("A plan has phases, such as days 1–30, 31–60 and 61–90. Moving a card to another phase leaves its dates as they are."),
      N_ ("Progress is shown beside what the calendar expects by today: every task counts from its start to its due day in even parts, and all of it once it is due."),
      N_ ("When you move the start of a plan, you are asked whether its open tasks move along. Finished ones stay where they were."),
      NULL } },
  { "timeline",
    N_ ("The Timeline"),
    N_ ("Bars, links, and what moves with them"),
    { N_ ("Press Alt+3 on a plan. Drag a bar to move it, an edge to make it longer, the dot behind its end onto another bar to link them; while you drag, you see what else will move. Escape leaves all as it was. Each of this has a key too: see the keyboard shortcuts."),
      N_ ("Links, working days and what a task must not begin before or end after decide where it goes. A task that waits for another never moves in front of it. In the table, what it waits for is written as text: “4FS+2d” is two working days after the end of task 4; SS, FF and SF tie the other ends, and “+2ed” counts days off as well."),
      N_ ("After a change, the strip below says what slipped and why, and can copy it for the customer or for colleagues, with the name that each of them may read."),
      N_ ("Tasks without any room left before the plan ends later are critical and have a red edge. The thin tail behind a bar is the time it may slip."),
      N_ ("Set a baseline once dates are agreed. Compared with it, each bar has its old place below it, and the table says by how many days it moved."),
      NULL } },
  { "onboarding",
    N_ ("Onboarding Clock"),
    N_ ("What is due when a customer has new people"),
    { N_ ("Start the clock from an account’s menu when its CSM and CSA are named. The welcome mail is due within 24 hours, the internal handover in the first week, the kick-off in the first two weeks of the agreement, and the discovery workshop within two weeks of the kick-off."),
      N_ ("Tick a step and it is done now; open it to say it was done on another day. What is late says by how much, also once it is done."),
      NULL } },
  { "events",
    N_ ("Accelerator Events"),
    N_ ("Logging a CSA engagement"),
    { N_ ("Log an event from a workshop or a task of an accelerator – in its editor or its menu –, or from the activities of an account, where those that are over and not logged are listed. It comes filled from the task: activity type, accelerator type, content module, day, length and people."),
      N_ ("It is kept with the account’s activities. “Copy as Text” puts all its fields on the clipboard in the words of Gainsight; “Export Events” writes them as CSV, each for who will read it."),
      NULL } },
  { "scheduling",
    N_ ("Scheduling a Task"),
    N_ ("Times, links and constraints"),
    { N_ ("In a task’s editor, lengths are typed as “2 d”, “4 h” or “90 min”, and times as “9:30”. A day of work has eight hours, a week five days."),
      N_ ("“Waits For” names rows of the timeline: “4” begins when row 4 ends, “4FS+2d” two working days later, “7SS” together with row 7, and “9FF+3ed” ends three days of the calendar after row 9. What waits for a task moves along with it."),
      N_ ("A task that reads as if we did the customer’s configuration gets a note: let the customer do it with your guidance, or engage Professional Services. The note goes when the task is worded otherwise, or is somebody’s whose part it is."),
      NULL } },
  { "calendars",
    N_ ("Working Calendars"),
    N_ ("When we work, and when the customer does"),
    { N_ ("There is one calendar for us, in the preferences, and one for each account, in its menu and among its details. Each has working hours, a time zone, the public holidays of a country, and what else is closed."),
      N_ ("A holiday stops all work. A change freeze stops tasks, and people still meet; a maintenance window stops meetings; a production change lock is only shown. Each can be told otherwise. The hours of maintenance windows and change locks are in UTC, and what that is on our clock stands beside them."),
      N_ ("A holiday file (.ics) brings many days at once: you see which before anything is written, and those that are there already are left out."),
      NULL } },
  { "support",
    N_ ("Tickets and Attention Requests"),
    N_ ("When to STAR a ticket, and what to write"),
    { N_ ("Press Ctrl+N on the Support page to write a ticket down. From its severity, the account’s tier and plan and the hours of Support follows by when the first reply is due; later replies have no clock. Times are on your clock; write a zone behind one that is on another: “14:00 Tokyo”."),
      N_ ("Two published rules say when to ask for attention: the page of Support lets one ask an hour after the reply was due, the rule of thumb for Dedicated as soon as it was, if it is urgent, or on the next day. Both are shown with their reasons; choose for each account which one counts."),
      N_ ("Check off what is to be done before. If it is too early, the ticket says when to come back. Ctrl+Shift+C copies the request under the codename; if a name of the customer is in one of its fields, nothing is copied, and you are told in which. Then mark the ticket as asked: it leaves the list until the customer writes again."),
      N_ ("An escalation says by its severity when the next update is due. The key U logs one: it is noted as a health update with the account’s activities."),
      N_ ("Upgrade assistance is for self-managed instances; GitLab upgrades Dedicated itself, in the maintenance windows."),
      NULL } },
  { "tenants",
    N_ ("Tenants of Dedicated"),
    N_ ("When maintenance is, and on which version"),
    { N_ ("An account on Dedicated has its tenants on its Support view, and the next maintenance on its overview. A tenant says when it is maintained next, in UTC, on the customer’s clocks and on yours, by when changes must be asked for, and which version it has then. Press Ctrl+F on its page and type a day to know the version on that day."),
      N_ ("All of it is worked out on this computer from the maintenance window, the release calendar and the change locks. Enter the version that Switchboard shows and the day you saw it: from there on, what comes is counted. Maintenance off the windows, and windows that were moved or left out, belong in the log; they count at once."),
      N_ ("What is locked since the instance was created has a lock. It can be corrected where this record is wrong, and you are asked first. The codename is typed by a person; say where it was read."),
      N_ ("Copy the next maintenance for colleagues or for the customer from the tenant’s menu, each with the name that they may read, or export twelve months of windows as a calendar file. Waves of a migration become a plan with a timeline in one step."),
      NULL } },
  { "outcomes",
    N_ ("Verifiable Outcomes"),
    N_ ("From Proposed to Verified"),
    { N_ ("An objective is Accepted once the customer agrees to its baseline, success criteria, business impact and day; Delivered once our part is done; Verified once the customer confirms it."),
      N_ ("Close an objective in this order, or reports miss it: set its status to Closed Success, then the outcome to Verified – or Delivered, where no confirmation comes –, and then close it. What is still missing is listed beside it."),
      NULL } },
  { "import",
    N_ ("Import"),
    N_ ("Reports as CSV, and JSON"),
    { N_ ("A CSV file may have commas, semicolons or tabs, and come from Salesforce, Gainsight or a spreadsheet: titles above the table and totals below it are left out. You are shown how each column is read, and asked where a date could be read in two ways."),
      N_ ("Rows are matched to your accounts by name, codename or alias. You see what each row would add or change before anything is written. Rows that cannot be read are listed with their line and the reason; the others go in."),
      N_ ("A database of Quarterdeck that somebody sent is taken in the same way: it is copied and looked at with care, and nothing that stands in it is run. A file exported as JSON is the better thing to send."),
      N_ ("Blank fields in a file change nothing. An import never deletes."),
      NULL } },
  { "desktop",
    N_ ("Links, Search and Notifications"),
    N_ ("Quarterdeck and the rest of the desktop"),
    { N_ ("A link such as “quarterdeck://account/” with the id of an account opens its page, whether the app runs or not. There are links to plans, tasks, tenants, entries of the reference and every page of the sidebar. A link names nobody, and leads to the same record in each copy of a portfolio."),
      N_ ("The menu of the app’s icon begins with a new account, with a new plan, or with the account whose call, meeting or workshop is next."),
      N_ ("In the preferences, the desktop’s search can be let in. It finds accounts, plans, tasks and the reference by what may be shown: an account whose name is sealed is found by its codename alone."),
      N_ ("Notifications can be turned on there, too: a follow-up on the day it is due, maintenance a day before it begins, a ticket an hour before its first reply is late. Each comes once, by codename, leads to its page, and goes when it is done. They come while the app is open."),
      NULL } },
  { "command-line",
    N_ ("Command Line"),
    N_ ("The same work without a window"),
    { N_ ("Run “quarterdeck --help” in a terminal. There are list, show, import, export, new-plan, salvage and check; each explains itself with --help, and takes names, codenames or ids."),
      N_ ("It may run while the window is open: the window shows what changed."),
      NULL } },
};

/* What to read where one is: in a widget, or on a page. Of pages that are of one record, it is the
 * beginning of their tag. */
static const struct
{
  const char *name;
  const char *key;
} subjects[] = {
  { "QdAcceleratorWizard", "accelerators" },
  { "QdAsOfDialog", "history" },
  { "QdBackupsDialog", "safety" },
  { "QdCalendarDialog", "calendars" },
  { "QdCompareDialog", "history" },
  { "QdCsvDialog", "import" },
  { "QdDisclosuresDialog", "codenames" },
  { "QdExitDialog", "codenames" },
  { "QdExportDialog", "codenames" },
  { "QdFailurePage", "safety" },
  { "QdImportDialog", "import" },
  { "QdObjectivesView", "outcomes" },
  { "QdOnboardingPanel", "onboarding" },
  { "QdPreferences", "desktop" },
  { "QdPreviewDialog", "paper" },
  { "QdSalvageDialog", "safety" },
  { "QdSealGroup", "codenames" },
  { "QdSearchDialog", "reference" },
  { "QdSinceDialog", "history" },
  { "QdTaskEditor", "scheduling" },
  { "QdTimelineView", "timeline" },
  { "accelerators", "accelerators" },
  { "account", "health" },
  { "accounts", "health" },
  { "dedicated", "dedicated" },
  { "history", "history" },
  { "plan", "plans" },
  { "plans", "plans" },
  { "reference", "reference" },
  { "support", "support" },
  { "tenant", "tenants" },
};

/* Returns: (transfer none) (array length=n_topics): in the order to show them in */
const QdHelpTopic *
qd_help_topics_get (guint *n_topics)
{
  *n_topics = G_N_ELEMENTS (topics);

  return topics;
}

/* Returns: (nullable) */
const QdHelpTopic *
qd_help_topics_find (const char *key)
{
  for (gsize i = 0; i < G_N_ELEMENTS (topics); i++)
    {
      if (g_str_equal (topics[i].key, key))
        return &topics[i];
    }

  return NULL;
}

/* @place: see qd_places_show(). Returns: (nullable): the key of its topic */
const char *
qd_help_topics_find_for_place (const char *place)
{
  gsize length = strcspn (place, ":");

  for (gsize i = 0; i < G_N_ELEMENTS (subjects); i++)
    {
      if (strlen (subjects[i].name) == length && strncmp (subjects[i].name, place, length) == 0)
        return subjects[i].key;
    }

  return NULL;
}

/* Returns: (nullable): the key of the topic of @widget, or else of what it is in */
const char *
qd_help_topics_find_for_widget (GtkWidget *widget)
{
  const char *key = NULL;

  for (; widget != NULL && key == NULL; widget = gtk_widget_get_parent (widget))
    {
      key = qd_help_topics_find_for_place (G_OBJECT_TYPE_NAME (widget));

      if (key == NULL && ADW_IS_NAVIGATION_PAGE (widget) && adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (widget)) != NULL)
        key = qd_help_topics_find_for_place (adw_navigation_page_get_tag (ADW_NAVIGATION_PAGE (widget)));
    }

  return key;
}

/* Returns: (nullable): the key of the topic that says what to do about @error, where its sentence is not all */
const char *
qd_help_topics_find_for_error (const GError *error)
{
  if (error->domain == QD_PAGE_URI_ERROR)
    return "desktop";

  return qd_trouble_of (error) != QD_TROUBLE_OTHER ? "safety" : NULL;
}
