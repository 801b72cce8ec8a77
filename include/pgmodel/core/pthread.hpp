// Copyright (c) 2026 the pgmodel authors
// SPDX-License-Identifier: MIT
//
// What is used of <pthread.h>. Of glibc it is declared here, as in its versions 2.32 to 2.43: the whole is 4,000 tokens
// for a compiler to read. <sys/types.h> has the types. Where a program asks for another pthread_cond_timedwait() (times
// of 64 bits on 32), or for POSIX only, glibc's own header says what that is.
#pragma once

#include <sys/types.h>
#include <time.h>

#if defined(__GLIBC__) && defined(__linux__) && defined(__USE_GNU) && !defined(_PTHREAD_H)
#if __GLIBC_PREREQ(2, 32) && !__GLIBC_PREREQ(2, 44) && __TIMESIZE == 64
#define PGMODEL_SETS_SIGMASK_OF_THREADS
#endif
#endif

#ifdef PGMODEL_SETS_SIGMASK_OF_THREADS
extern "C" {
int pthread_atfork(void (*)(), void (*)(), void (*)()) noexcept;
int pthread_attr_destroy(pthread_attr_t*) noexcept;
int pthread_attr_init(pthread_attr_t*) noexcept;
int pthread_attr_setsigmask_np(pthread_attr_t*, const __sigset_t*);
int pthread_cond_destroy(pthread_cond_t*) noexcept;
int pthread_cond_init(pthread_cond_t*, const pthread_condattr_t*) noexcept;
int pthread_cond_signal(pthread_cond_t*) noexcept;
int pthread_cond_timedwait(pthread_cond_t*, pthread_mutex_t*, const timespec*);
int pthread_condattr_destroy(pthread_condattr_t*) noexcept;
int pthread_condattr_init(pthread_condattr_t*) noexcept;
int pthread_condattr_setclock(pthread_condattr_t*, clockid_t) noexcept;
int pthread_create(pthread_t*, const pthread_attr_t*, void* (*)(void*), void*) noexcept;
int pthread_detach(pthread_t) noexcept;
int pthread_join(pthread_t, void**);
int pthread_mutex_destroy(pthread_mutex_t*) noexcept;
int pthread_mutex_init(pthread_mutex_t*, const pthread_mutexattr_t*) noexcept;
int pthread_mutex_lock(pthread_mutex_t*) noexcept;
int pthread_mutex_unlock(pthread_mutex_t*) noexcept;
}
#else
#include <pthread.h>
#ifdef PTHREAD_ATTR_NO_SIGMASK_NP
#define PGMODEL_SETS_SIGMASK_OF_THREADS
#else
#include <signal.h>
#endif
#endif
