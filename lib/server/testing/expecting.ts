import type { FailureCode } from '../../domain/failure';
import type { Result } from '../../domain/result';

/** The value of a result that must have succeeded; throws with the failure otherwise. */
export function valueIn<T>(result: Result<T, { code: FailureCode }>): T {
  if (!result.ok) throw new Error(`Expected a value, got ${JSON.stringify(result.error)}`);
  return result.value;
}

/** The code of a failure, or `ok`; short to compare. */
export const codeOf = (result: Result<unknown, { code: FailureCode }>): FailureCode | 'ok' =>
  result.ok ? 'ok' : result.error.code;
