#include "base/quota.h"

#include <malloc.h>
#include <stdio.h>
#include <sys/resource.h>
#include <unistd.h>

struct quota quota_now(void)
{
	FILE *file = fopen("/proc/self/statm", "r");
	struct quota quota = { 0, mallinfo2().keepcost, RLIM_INFINITY };
	unsigned long pages = 0;
	struct rlimit limit;

	if (file && fscanf(file, "%lu", &pages) == 1)
		quota.used = (uint64_t)pages * (uint64_t)sysconf(_SC_PAGESIZE) - quota.unused;
	if (file)
		fclose(file);
	if (!getrlimit(RLIMIT_AS, &limit))
		quota.most = limit.rlim_cur;
	return quota;
}

void quota_memory(const struct quota *quota, uint64_t bytes)
{
	struct rlimit limit;

	if (!quota->used || getrlimit(RLIMIT_AS, &limit))
		return;
	if (bytes < quota->unused)
		malloc_trim(bytes);
	limit.rlim_cur = quota->used + bytes < quota->most ? quota->used + bytes : quota->most;
	setrlimit(RLIMIT_AS, &limit);
}

void quota_time(int seconds)
{
	alarm((unsigned)seconds);
}
