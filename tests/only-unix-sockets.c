/* only-unix-sockets.c
 *
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include <errno.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <stddef.h>
#include <stdio.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#ifdef __x86_64__
#define ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define ARCH AUDIT_ARCH_AARCH64
#endif

/* The calls of x86-64 with pointers of 32 bits have numbers from here on. */
#define OTHER_CALLS 0x40000000

#define LOAD(field) BPF_STMT (BPF_LD | BPF_W | BPF_ABS, offsetof (struct seccomp_data, field))
#define UNLESS_EQUAL(value, skip) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, value, 0, skip)
#define IF_EQUAL(value, skip) BPF_JUMP (BPF_JMP | BPF_JEQ | BPF_K, value, skip, 0)
#define RETURN(value) BPF_STMT (BPF_RET | BPF_K, value)

/*
 * only-unix-sockets PROGRAM ARGUMENTS…: runs it in such a way that the kernel ends it, with
 * SIGSYS, when it or what it starts asks for a socket that leads off this machine, or that
 * tells of its network. Rings, by which sockets could be had unseen, are not there at all.
 * Ends with 77 where the kernel does not do that.
 */
int
main (int   argc,
      char *argv[])
{
#ifdef ARCH
  struct sock_filter filter[] = {
    LOAD (arch),
    IF_EQUAL (ARCH, 1),
    RETURN (SECCOMP_RET_KILL_PROCESS),
    LOAD (nr),
    BPF_JUMP (BPF_JMP | BPF_JGE | BPF_K, OTHER_CALLS, 0, 1),
    RETURN (SECCOMP_RET_KILL_PROCESS),
    UNLESS_EQUAL (__NR_io_uring_setup, 1),
    RETURN (SECCOMP_RET_ERRNO | ENOSYS),
    UNLESS_EQUAL (__NR_socket, 3),
    LOAD (args[0]),
    IF_EQUAL (AF_UNIX, 1),
    RETURN (SECCOMP_RET_KILL_PROCESS),
    RETURN (SECCOMP_RET_ALLOW),
  };
  struct sock_fprog program = { sizeof filter / sizeof filter[0], filter };

  if (argc < 2)
    {
      fprintf (stderr, "Usage: only-unix-sockets PROGRAM [ARGUMENTS…]\n");
      return 2;
    }

  if (prctl (PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0 ||
      prctl (PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0) != 0)
    {
      fprintf (stderr, "No filter of system calls: %s\n", strerror (errno));
      return 77;
    }

  execvp (argv[1], argv + 1);
  fprintf (stderr, "%s: %s\n", argv[1], strerror (errno));
  return 127;
#else
  return 77;
#endif
}
