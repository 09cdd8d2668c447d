/* Folders: what is in them, and those that a new file needs. */
#ifndef BASE_FOLDER_H
#define BASE_FOLDER_H

#include <stdbool.h>

#include "base/bytes.h"

struct paths LIST(const char *);

/* What is in the folder but hidden files, as FOLDER/NAME, in the same order on every machine. */
struct paths folder_list(struct arena *, const char *folder);

/* As the target of a file: the path ends in / or is a folder. */
bool folder_is_named(const char *path);

/* The folder's file of that name. */
const char *folder_file(struct arena *, const char *folder, const char *name);

bool folder_name_ends(const char *name, const char *ending);

/* The folder that the file lies in: "FOLDER/", or "." where its path has none. */
const char *folder_above(struct arena *, const char *file);

/* NULL, or what is wrong with the name of a file that is to lie in one folder: "is empty". */
const char *folder_name_fault(const char *name);

/*
 * Adds the folder's file of that name, at most so many bytes.  NULL, or why it cannot
 * be read: links, folders, devices, pipes and empty files are refused.
 */
const char *folder_read(struct bytes *, const char *folder, const char *name, size_t most);

/* Makes the folders above the file that are missing.  NULL, or "FOLDER: the system's reason". */
const char *folder_make(struct arena *, const char *file);

#endif
