import type { Criterion } from '@/lib/domain/room/feedback/rubric';
import type { GiveFeedback } from '@/lib/domain/room/feedback/schema';
import type { FeedbackView } from '@/lib/domain/room/feedback/view';
import type { ReportFile } from '@/lib/domain/room/report/export';
import { type ApiResult, request } from './api';

/** The tables of a room's report, and feedback on people's work. */

export interface CsvFiles {
  files: { name: string; mediaType: string; text: string }[];
}

export interface NamesLink {
  /** Milliseconds since 1970. */
  until: number;
  signature: string;
}

const READING_MS = 30_000;

const inRoom = (roomId: string, rest: string): string => `/rooms/${encodeURIComponent(roomId)}/${rest}`;

export const takeReportFile = (
  roomId: string,
  file: ReportFile,
  motion: string | null,
): Promise<ApiResult<CsvFiles>> =>
  request(
    'GET',
    inRoom(roomId, `report/export?${new URLSearchParams({ file, ...(motion ? { motion } : {}) })}`),
    { timeoutMs: READING_MS },
  );

/** Asks for a copy with names, which is announced and logged. */
export const askForNames = (roomId: string, reason: string): Promise<ApiResult<NamesLink>> =>
  request('POST', inRoom(roomId, 'names-export'), { body: { reason } });

export const takeNames = (roomId: string, { until, signature }: NamesLink): Promise<ApiResult<CsvFiles>> =>
  request('GET', inRoom(roomId, `names-export?${new URLSearchParams({ until: String(until), signature })}`), {
    timeoutMs: READING_MS,
  });

export const giveFeedback = (
  roomId: string,
  body: GiveFeedback,
): Promise<ApiResult<{ feedback: FeedbackView }>> => request('PUT', inRoom(roomId, 'feedback'), { body });

/** @param feedbackIds null for all that is held */
export const releaseFeedback = (
  roomId: string,
  feedbackIds: string[] | null,
): Promise<ApiResult<{ released: number }>> =>
  request('POST', inRoom(roomId, 'feedback/release'), { body: { feedbackIds } });

export const setRubric = (
  roomId: string,
  rubric: readonly Criterion[],
): Promise<ApiResult<{ rubric: Criterion[] }>> =>
  request('PUT', inRoom(roomId, 'rubric'), { body: { rubric } });
