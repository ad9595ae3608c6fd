import pino from 'pino';

/**
 * The log: ids, codes and durations, never names, addresses, texts or cookies. Errors keep their type and code only,
 * because a database error's message can quote a row.
 */
export const log = pino({
  level: process.env.LOG_LEVEL ?? (process.env.NODE_ENV === 'test' ? 'silent' : 'info'),
  base: null,
  serializers: {
    err: (error: unknown) =>
      error instanceof Error
        ? { type: error.name, code: (error as { code?: unknown }).code, stack: stackWithoutMessage(error) }
        : { type: typeof error },
  },
});

/** Where it happened, without the first lines, which repeat the message. */
function stackWithoutMessage(error: Error): string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => line.trimStart().startsWith('at '))
    .slice(0, 12);
}
