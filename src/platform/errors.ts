/** Every way a request can fail, with its HTTP status. The web has one sentence for each code. */
const statusOf = {
  bad_request: 400,
  invalid_input: 422,
  not_signed_in: 401,
  not_allowed: 403,
  not_found: 404,
  conflict: 409,
  limit_reached: 409,
  gone: 410,
  too_large: 413,
  too_many_requests: 429,
  internal: 500,
  store_unavailable: 503,
  config_invalid: 500,
  data_dir_in_use: 500,
  data_dir_unusable: 500,
  migration_failed: 500,
  mapping_invalid: 422,
  file_unreadable: 422,
} as const;

export type ErrorCode = keyof typeof statusOf;

/** One thing wrong with an input: where (`steps.0.name`), a machine code, and a sentence for logs and the CLI. */
export interface Issue {
  path: string;
  code: string;
  message: string;
}

/** The only error class that crosses rooms: a code from the closed list, a sentence, and what to do about it. */
export class AppError extends Error {
  override readonly name = "AppError";
  readonly code: ErrorCode;
  readonly status: number;
  readonly remedy: string | undefined;
  readonly issues: readonly Issue[];

  constructor(
    code: ErrorCode,
    message: string,
    options: { remedy?: string; issues?: readonly Issue[]; cause?: unknown } = {},
  ) {
    super(message, { cause: options.cause });
    this.code = code;
    this.status = statusOf[code];
    this.remedy = options.remedy;
    this.issues = options.issues ?? [];
  }
}

/** Problem details as in RFC 9457; nothing of an unexpected error leaves the server but its code. */
export function toProblem(error: unknown): {
  type: string;
  status: number;
  code: ErrorCode;
  title: string;
  remedy?: string;
  issues?: readonly Issue[];
} {
  if (!(error instanceof AppError)) {
    return { type: "about:blank", status: 500, code: "internal", title: "Something went wrong on the server." };
  }
  return {
    type: "about:blank",
    status: error.status,
    code: error.code,
    title: error.message,
    ...(error.remedy === undefined ? {} : { remedy: error.remedy }),
    ...(error.issues.length === 0 ? {} : { issues: error.issues }),
  };
}
