import type { Locale } from './locales';
import enAccount from './messages/en/account.json';
import enContribute from './messages/en/contribute.json';
import enConversion from './messages/en/conversion.json';
import enDebate from './messages/en/debate.json';
import enEdit from './messages/en/edit.json';
import enFailure from './messages/en/failure.json';
import enLanding from './messages/en/landing.json';
import enMap from './messages/en/map.json';
import enModeration from './messages/en/moderation.json';
import enNotes from './messages/en/notes.json';
import enOutline from './messages/en/outline.json';
import enPages from './messages/en/pages.json';
import enReview from './messages/en/review.json';
import enScheme from './messages/en/scheme.json';
import enShell from './messages/en/shell.json';
import enSources from './messages/en/sources.json';
import enStrength from './messages/en/strength.json';
import enText from './messages/en/text.json';
import enTour from './messages/en/tour.json';
import ukAccount from './messages/uk/account.json';
import ukContribute from './messages/uk/contribute.json';
import ukConversion from './messages/uk/conversion.json';
import ukDebate from './messages/uk/debate.json';
import ukEdit from './messages/uk/edit.json';
import ukFailure from './messages/uk/failure.json';
import ukLanding from './messages/uk/landing.json';
import ukMap from './messages/uk/map.json';
import ukModeration from './messages/uk/moderation.json';
import ukNotes from './messages/uk/notes.json';
import ukOutline from './messages/uk/outline.json';
import ukPages from './messages/uk/pages.json';
import ukReview from './messages/uk/review.json';
import ukScheme from './messages/uk/scheme.json';
import ukShell from './messages/uk/shell.json';
import ukSources from './messages/uk/sources.json';
import ukStrength from './messages/uk/strength.json';
import ukText from './messages/uk/text.json';
import ukTour from './messages/uk/tour.json';

/** One file per namespace and language: messages/<locale>/<namespace>.json. English is the pattern for the others. */
const en = {
  account: enAccount,
  contribute: enContribute,
  conversion: enConversion,
  debate: enDebate,
  edit: enEdit,
  failure: enFailure,
  landing: enLanding,
  map: enMap,
  moderation: enModeration,
  notes: enNotes,
  outline: enOutline,
  pages: enPages,
  review: enReview,
  scheme: enScheme,
  shell: enShell,
  sources: enSources,
  strength: enStrength,
  text: enText,
  tour: enTour,
};

export type Messages = typeof en;
export type Namespace = keyof Messages;

const uk: Messages = {
  account: ukAccount,
  contribute: ukContribute,
  conversion: ukConversion,
  debate: ukDebate,
  edit: ukEdit,
  failure: ukFailure,
  landing: ukLanding,
  map: ukMap,
  moderation: ukModeration,
  notes: ukNotes,
  outline: ukOutline,
  pages: ukPages,
  review: ukReview,
  scheme: ukScheme,
  shell: ukShell,
  sources: ukSources,
  strength: ukStrength,
  text: ukText,
  tour: ukTour,
};

const CATALOGUES: Record<Locale, Messages> = { en, uk };

/** Every message of a language, by namespace. */
export const messagesOf = (locale: Locale): Messages => CATALOGUES[locale];

/** The part of a catalogue that one client tree needs, so that no reader downloads the words of other screens. */
export const pickMessages = <Chosen extends Namespace>(
  messages: Messages,
  namespaces: readonly Chosen[],
): Pick<Messages, Chosen> => {
  const chosen = new Set<string>(namespaces);
  return Object.fromEntries(Object.entries(messages).filter(([name]) => chosen.has(name))) as Pick<
    Messages,
    Chosen
  >;
};
