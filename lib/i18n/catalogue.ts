import type { Locale } from './locales';
import enAccount from './messages/en/account.json';
import enBoard from './messages/en/board.json';
import enCodes from './messages/en/codes.json';
import enContribute from './messages/en/contribute.json';
import enConversion from './messages/en/conversion.json';
import enDebate from './messages/en/debate.json';
import enEdit from './messages/en/edit.json';
import enEffects from './messages/en/effects.json';
import enFailure from './messages/en/failure.json';
import enFeedback from './messages/en/feedback.json';
import enGroups from './messages/en/groups.json';
import enJoining from './messages/en/joining.json';
import enLanding from './messages/en/landing.json';
import enLive from './messages/en/live.json';
import enMail from './messages/en/mail.json';
import enMap from './messages/en/map.json';
import enModeration from './messages/en/moderation.json';
import enNotes from './messages/en/notes.json';
import enNotifications from './messages/en/notifications.json';
import enOpinions from './messages/en/opinions.json';
import enOutline from './messages/en/outline.json';
import enPages from './messages/en/pages.json';
import enPeople from './messages/en/people.json';
import enPresenter from './messages/en/presenter.json';
import enPupil from './messages/en/pupil.json';
import enReport from './messages/en/report.json';
import enReview from './messages/en/review.json';
import enRooms from './messages/en/rooms.json';
import enScheme from './messages/en/scheme.json';
import enSetup from './messages/en/setup.json';
import enShell from './messages/en/shell.json';
import enSources from './messages/en/sources.json';
import enStage from './messages/en/stage.json';
import enStances from './messages/en/stances.json';
import enStrength from './messages/en/strength.json';
import enText from './messages/en/text.json';
import enTour from './messages/en/tour.json';
import ukAccount from './messages/uk/account.json';
import ukBoard from './messages/uk/board.json';
import ukCodes from './messages/uk/codes.json';
import ukContribute from './messages/uk/contribute.json';
import ukConversion from './messages/uk/conversion.json';
import ukDebate from './messages/uk/debate.json';
import ukEdit from './messages/uk/edit.json';
import ukEffects from './messages/uk/effects.json';
import ukFailure from './messages/uk/failure.json';
import ukFeedback from './messages/uk/feedback.json';
import ukGroups from './messages/uk/groups.json';
import ukJoining from './messages/uk/joining.json';
import ukLanding from './messages/uk/landing.json';
import ukLive from './messages/uk/live.json';
import ukMail from './messages/uk/mail.json';
import ukMap from './messages/uk/map.json';
import ukModeration from './messages/uk/moderation.json';
import ukNotes from './messages/uk/notes.json';
import ukNotifications from './messages/uk/notifications.json';
import ukOpinions from './messages/uk/opinions.json';
import ukOutline from './messages/uk/outline.json';
import ukPages from './messages/uk/pages.json';
import ukPeople from './messages/uk/people.json';
import ukPresenter from './messages/uk/presenter.json';
import ukPupil from './messages/uk/pupil.json';
import ukReport from './messages/uk/report.json';
import ukReview from './messages/uk/review.json';
import ukRooms from './messages/uk/rooms.json';
import ukScheme from './messages/uk/scheme.json';
import ukSetup from './messages/uk/setup.json';
import ukShell from './messages/uk/shell.json';
import ukSources from './messages/uk/sources.json';
import ukStage from './messages/uk/stage.json';
import ukStances from './messages/uk/stances.json';
import ukStrength from './messages/uk/strength.json';
import ukText from './messages/uk/text.json';
import ukTour from './messages/uk/tour.json';

/** One file per namespace and language: messages/<locale>/<namespace>.json. English is the pattern for the others. */
const en = {
  account: enAccount,
  board: enBoard,
  codes: enCodes,
  contribute: enContribute,
  conversion: enConversion,
  debate: enDebate,
  edit: enEdit,
  groups: enGroups,
  joining: enJoining,
  effects: enEffects,
  failure: enFailure,
  feedback: enFeedback,
  landing: enLanding,
  live: enLive,
  mail: enMail,
  map: enMap,
  moderation: enModeration,
  notes: enNotes,
  notifications: enNotifications,
  opinions: enOpinions,
  outline: enOutline,
  pages: enPages,
  report: enReport,
  pupil: enPupil,
  people: enPeople,
  presenter: enPresenter,
  review: enReview,
  rooms: enRooms,
  scheme: enScheme,
  setup: enSetup,
  shell: enShell,
  sources: enSources,
  stage: enStage,
  stances: enStances,
  strength: enStrength,
  text: enText,
  tour: enTour,
};

export type Messages = typeof en;
export type Namespace = keyof Messages;

const uk: Messages = {
  account: ukAccount,
  board: ukBoard,
  codes: ukCodes,
  contribute: ukContribute,
  conversion: ukConversion,
  debate: ukDebate,
  edit: ukEdit,
  groups: ukGroups,
  joining: ukJoining,
  effects: ukEffects,
  failure: ukFailure,
  feedback: ukFeedback,
  landing: ukLanding,
  live: ukLive,
  mail: ukMail,
  map: ukMap,
  moderation: ukModeration,
  notes: ukNotes,
  notifications: ukNotifications,
  opinions: ukOpinions,
  outline: ukOutline,
  pages: ukPages,
  report: ukReport,
  pupil: ukPupil,
  people: ukPeople,
  presenter: ukPresenter,
  review: ukReview,
  rooms: ukRooms,
  scheme: ukScheme,
  setup: ukSetup,
  shell: ukShell,
  sources: ukSources,
  stage: ukStage,
  stances: ukStances,
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
