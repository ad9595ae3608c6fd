import type { Refusal } from '@/lib/domain/formats/refusal';
import type { ApiFailure } from './api';

const isRefusal = (value: unknown): value is Refusal =>
  typeof value === 'object' && value !== null && 'code' in value && 'message' in value;

/** Why a file was not read, or a map not written; null when something else went wrong. */
export const refusalIn = (error: ApiFailure): Refusal | null =>
  error.kind === 'http' &&
  (error.code === 'file-refused' || error.code === 'export-refused') &&
  isRefusal(error.current)
    ? error.current
    : null;
