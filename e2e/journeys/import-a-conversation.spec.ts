import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { visit } from '../support/pages';
import { unique } from '../support/people';

const COMMENTS = [
  'Night trains save a day.',
  'A bed should cost no more than a hotel.',
  'Short flights should be taxed.',
  'Sleepers are too slow.',
  'Stations should open at night.',
  'States should pay for the tracks.',
];

/** Two camps of eight, at one on the last comment, as Polis exports them. */
function votesFile(): string {
  const rows = Array.from({ length: 16 }, (_, person) => {
    const camp = person < 8 ? 1 : -1;
    const votes = COMMENTS.map((_, comment) => (comment === 5 ? 1 : comment % 2 === 0 ? camp : -camp));
    return [person, '', 0, votes.length, '', '', ...votes].join(',');
  });
  const head = ['participant', 'group-id', 'n-comments', 'n-votes', 'n-agree', 'n-disagree'];
  return `${[[...head, ...COMMENTS.keys()].join(','), ...rows].join('\n')}\n`;
}

const commentsFile = (): string =>
  [
    'timestamp,datetime,comment-id,author-id,agrees,disagrees,moderated,comment-body',
    ...COMMENTS.map((text, id) => `1700000000,,${id},4711,0,0,1,"${text}"`),
    '',
  ].join('\n');

const csv = (name: string, text: string) => ({ name, mimeType: 'text/csv', buffer: Buffer.from(text) });

test('a Polis conversation becomes a class at its reveal, with its opinion map; a file that is none is refused by its line', {
  tag: '@desktop',
}, async ({ page, person, complaints }) => {
  expect(person.name).toBeTruthy();
  complaints.expect(/status of 4(00|22)/);
  await visit(page, '/debates/import');
  const form = page.getByRole('region', { name: 'Bring a Polis conversation' });
  await form
    .getByLabel('Votes', { exact: true })
    .setInputFiles(csv('participants-votes.csv', votesFile().replace(',-1,', ',no,')));
  await form.getByLabel('Comments', { exact: true }).setInputFiles(csv('comments.csv', commentsFile()));
  await form.getByLabel('Title', { exact: true }).fill(unique('Night trains'));
  await form.getByLabel('Motion', { exact: true }).fill('Night trains should return.');
  await expectAccessible(page, 'the form for a Polis conversation');
  await form.getByRole('button', { name: 'Make the debate' }).click();
  const votes = form.getByLabel('Votes', { exact: true });
  await expect(votes).toHaveAccessibleDescription(/line 2\b/i, { timeout: 20_000 });
  await expect(votes).toBeFocused();
  await expect(form.getByLabel('Comments', { exact: true })).not.toHaveAttribute('aria-invalid', 'true');

  await votes.setInputFiles(csv('participants-votes.csv', votesFile()));
  await form.getByRole('button', { name: 'Make the debate' }).click();
  await expect(page).toHaveURL(/\/debates\/night-trains-[^/]*~[^/]+\/stances$/, { timeout: 30_000 });
  await expect(page.getByRole('heading', { name: 'Group A, 8 people' })).toBeVisible({ timeout: 20_000 });
  await expect(page.getByRole('heading', { name: 'Group B, 8 people' })).toBeVisible();
  await expect(
    page
      .getByRole('region', { name: 'What do all groups share?' })
      .getByRole('listitem')
      .getByText('States should pay for the tracks.'),
  ).toBeVisible();
});
