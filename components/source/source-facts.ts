import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';

/** What a person says of a source, as it is typed. */
export interface FactValues {
  title: string;
  attribution: string;
  url: string;
}

export type FactFault = keyof FactValues;

const isWebAddress = (url: string): boolean =>
  /^https?:\/\/\S+$/i.test(url) && URL.canParse(url) && url.length <= LIMITS.sourceUrl;

/** Without the spaces at their ends. */
export const trimmedFacts = ({ title, attribution, url }: FactValues): FactValues => ({
  title: title.trim(),
  attribution: attribution.trim(),
  url: url.trim(),
});

/** Which of trimmed facts cannot be saved. */
export function factFaults({ title, attribution, url }: FactValues): FactFault[] {
  const faults: FactFault[] = [];
  if (title === '' || graphemeLength(title) > LIMITS.sourceTitle) faults.push('title');
  if (graphemeLength(attribution) > LIMITS.sourceAttribution) faults.push('attribution');
  if (url !== '' && !isWebAddress(url)) faults.push('url');
  return faults;
}
