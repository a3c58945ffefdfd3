/** The embedded Postgres cannot be had for a reason that the operator can mend; the message says how. */
export class EmbeddedPostgresError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = "EmbeddedPostgresError";
  }
}

/** Another living process holds the data folder. */
export class FolderInUse extends EmbeddedPostgresError {}

/** The code of an error of the operating system or of Postgres, such as ENOENT or 57P03. */
export function codeOf(error: unknown): string | undefined {
  const code = (error as { code?: unknown } | undefined)?.code;
  return typeof code === "string" ? code : undefined;
}

/** Turns refusals of the file system into a message that names the folder and what can be done. */
export function notWritable(folder: string, error: unknown): unknown {
  const code = codeOf(error);
  if (!code || !["EACCES", "EPERM", "EROFS", "ENOSPC", "ENOTDIR", "EDQUOT"].includes(code)) return error;
  return new EmbeddedPostgresError(
    `The data folder ${folder} cannot be used for the embedded Postgres (${code}). ` +
      "Give the folder to this user, free space on its disk, choose another data folder, or set DATABASE_URL.",
    { cause: error },
  );
}
