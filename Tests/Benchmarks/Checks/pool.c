/* Visits shares with libsmbclient and nothing else: what bare C can do with the same servers.
 *
 * pool WORKERS USER < FILE: FILE has the password on its first line, then a share a line, ADDRESS/SHARE. WORKERS processes
 * take the next share until none is left; each share gets a context of its own, is listed, and tells its space. */
#include <libsmbclient.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/wait.h>
#include <unistd.h>

static char password[256], user[256];

static void sign_in(const char *server, const char *share, char *group, int group_size, char *name, int name_size, char *word,
                    int word_size) {
    (void)server, (void)share, (void)group, (void)group_size;
    snprintf(name, name_size, "%s", user);
    snprintf(word, word_size, "%s", password);
}

static int visit(const char *share) {
    char url[512];
    snprintf(url, sizeof url, "smb://%s", share);
    SMBCCTX *context = smbc_new_context();
    if (!context) return -1;
    smbc_setFunctionAuthData(context, sign_in);
    smbc_setOptionNoAutoAnonymousLogin(context, 1);
    smbc_setOptionProtocols(context, "SMB2_02", "SMB3_11");
    if (!smbc_init_context(context)) return -1;
    int result = -1;
    SMBCFILE *folder = smbc_getFunctionOpendir(context)(context, url);
    if (folder) {
        while (smbc_getFunctionReaddir(context)(context, folder)) {}
        smbc_getFunctionClosedir(context)(context, folder);
        struct stat facts;
        struct statvfs space;
        if (smbc_getFunctionStat(context)(context, url, &facts) == 0
            && smbc_getFunctionStatVFS(context)(context, url, &space) == 0)
            result = 0;
    }
    smbc_free_context(context, 1);
    return result;
}

int main(int argc, char **argv) {
    static char shares[4096][256];
    int count = 0, workers = argc > 2 ? atoi(argv[1]) : 0;
    if (workers < 1) return 64;
    snprintf(user, sizeof user, "%s", argv[2]);
    if (!fgets(password, sizeof password, stdin)) return 2;
    password[strcspn(password, "\n")] = 0;
    while (count < 4096 && fgets(shares[count], sizeof shares[count], stdin)) {
        shares[count][strcspn(shares[count], "\n")] = 0;
        count++;
    }
    atomic_int *next = mmap(NULL, sizeof *next, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    if (next == MAP_FAILED) return 2;
    for (int worker = 0; worker < workers; worker++) {
        if (fork() != 0) continue;
        int failures = 0;
        for (int place; (place = atomic_fetch_add(next, 1)) < count;) failures += visit(shares[place]) != 0;
        _exit(failures != 0);
    }
    int status, worst = 0;
    while (wait(&status) > 0) worst |= status != 0;
    return worst;
}
