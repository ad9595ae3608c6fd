/**
 * Advice on the wording of a claim. In a queue, on the projector and in a report a claim is read alone, so it must
 * name what it speaks of rather than point back at it.
 */

const OPENINGS: Record<string, RegExp> = {
  en: /^(?:it|its|they|their|them|this|these|those|he|his|she|her|him|such|that(?=['’]s| (?:is|was|has|had|does|did|will|would|can|could|may|might|must|should|makes|means|shows)\b))(?![\p{L}\p{N}-])/iu,
  uk: /^(?:це|цей|ця|ці|він|вона|воно|вони|його|її|їх|їхній|їхня|їхнє|їхні|такий|така|таке|такі|той|та|те|ті)(?![\p{L}\p{N}’'-])/iu,
};

/**
 * The pronoun that a text opens with, as written; null when it opens with something that stands alone.
 * @param language BCP 47 tag of the text; other languages than English and Ukrainian give no advice
 */
export function openingProblem(text: string, language: string): string | null {
  const opening = OPENINGS[language.slice(0, 2).toLowerCase()];
  return opening?.exec(text.trim())?.[0] ?? null;
}
