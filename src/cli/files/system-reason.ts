import { getSystemErrorMessage } from 'node:util';

/** What the operating system says when it refuses, in words for people. */
const REASONS: Readonly<Record<string, string>> = {
  EACCES: 'permission denied',
  EPERM: 'operation not permitted',
  ENOENT: 'no such file or directory',
  ENOTDIR: 'a part of the path is not a directory',
  EISDIR: 'it is a directory',
  ELOOP: 'too many symbolic links, one leads back to itself',
  ENOSPC: 'no space is left on the device',
  EDQUOT: 'the disk quota is used up',
  EROFS: 'the file system is read-only',
  EMFILE: 'too many files are open',
  ENAMETOOLONG: 'the name is too long',
  EEXIST: 'it exists already',
  EIO: 'the device reports an input/output error',
};

/** A failed system call: its code, its name, and the reason in words. */
export interface SystemReason {
  readonly code: string;
  readonly call: string;
  readonly reason: string;
}

/** What a failed system call says; whatever else was thrown is thrown again. */
export function systemReason(error: unknown): SystemReason {
  if (!isSystemError(error)) throw error;
  const { code, errno } = error;
  return {
    call: error.syscall,
    code,
    reason: REASONS[code] ?? (errno === undefined ? code : getSystemErrorMessage(errno)),
  };
}

function isSystemError(error: unknown): error is NodeJS.ErrnoException & { code: string; syscall: string } {
  return error instanceof Error && 'syscall' in error && 'code' in error && typeof error.code === 'string';
}
