import {
  docx,
  footnoteMark,
  paragraph,
  picture,
  run,
  table,
} from '@/lib/domain/source/document/docx.fixture';
import { expectAccessible } from '../support/axe';
import { expect, test } from '../support/journey';
import { OwnDebate } from '../support/own-debate';
import { reload, text, visit } from '../support/pages';

const REPORT = docx(
  [
    paragraph('Air and cars', 'Title'),
    paragraph('What was measured', 'Heading1'),
    paragraph(
      `${run('The air was cleaner on days without cars. Nobody counted the buses.')}${footnoteMark(1)}`,
    ),
    table([
      ['Day', 'Dust'],
      ['Sunday', '12'],
    ]),
    paragraph(picture),
  ].join(''),
  { footnotes: ['At three places.'], title: 'Air and cars' },
);

test('an owner adds a Word file as a source, cites it, and gives it a new version in Markdown', {
  tag: '@desktop',
}, async ({ page, person, home, complaints }) => {
  complaints.expect(/status of 422/);
  expect(person.name).toBeTruthy();
  const debate = await OwnDebate.make(page, home);
  await visit(page, `/debates/${debate.slug}/about`);
  await page.getByRole('link', { name: 'All sources and their versions' }).click();
  await expect(page.getByText('This debate has no source yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Add a source' }).click();

  const file = page.getByLabel('A document from this device');
  const read = page.getByRole('button', { name: 'Read this text' });
  await expect(read).toBeVisible();
  await file.setInputFiles({ name: 'air.pdf', mimeType: 'application/pdf', buffer: Buffer.from(REPORT) });
  await read.click();
  await expect(
    page.getByRole('alert').filter({ hasText: /Its name says PDF, but its content is Word/ }),
  ).toBeFocused();

  await file.setInputFiles({
    name: 'air.docx',
    mimeType: 'application/octet-stream',
    buffer: Buffer.from(REPORT),
  });
  await read.click();
  await expect(page.getByRole('heading', { name: '2. Look it over' })).toBeFocused();
  for (const loss of ['1 picture left out', '1 table turned into lines', '1 footnote moved to the end'])
    await expect(page.getByText(loss)).toBeVisible();
  const preview = page.getByRole('region', { name: /paragraphs? as (it|they) will be numbered$/ });
  await expect(preview.getByRole('listitem')).toHaveCount(3);
  const words = page.getByLabel('The text', { exact: true });
  await words.fill((await words.inputValue()).replace('without cars. Nobody', 'without cars.\n\nNobody'));
  await expect(preview.getByRole('listitem')).toHaveCount(4);
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Air and cars');
  await expect(page.locator('[data-draft="kept"]')).toBeVisible();
  await reload(page);
  await expect(words).toHaveValue(/without cars\.\n\nNobody/);
  await expect(page.getByLabel('Title', { exact: true })).toHaveValue('Air and cars');
  await expectAccessible(page, 'the form of a new source');
  await page.getByRole('button', { name: 'Save the source' }).click();

  await expect(page).toHaveURL(/\/text\?layer=beyond#source-air-and-cars$/);
  await text.sentence(page, 'The air was cleaner on days without cars.').click();
  await text.toolbar(page).getByRole('button', { name: 'Make a claim' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Claim', { exact: true }).fill('Fewer cars, cleaner air');
  await dialog.getByRole('button', { name: 'Add to the map' }).click();
  await expect(dialog).toBeHidden();

  await visit(page, `/debates/${debate.slug}/sources`);
  await expect(page.getByText('1 citation', { exact: false })).toBeVisible();
  await page.getByRole('link', { name: 'New version of Air and cars' }).click();
  await expect(read).toBeVisible();
  const newer =
    '# Air and cars\n\n## What was measured\n\nTwo weeks, at three places.\n\nThe air was *cleaner* on days without cars.';
  await file.setInputFiles({ name: 'air.md', mimeType: 'text/markdown', buffer: Buffer.from(newer) });
  await read.click();
  await expect(page.getByText('Nothing was lost.')).toBeVisible();
  await page.getByRole('button', { name: 'See what changes' }).click();
  await expect(page.getByRole('row', { name: /^Same words, further up or down 1/ })).toBeVisible();
  await expect(page.getByText('New paragraph')).toBeVisible();
  await page.getByLabel(/^What is different/).fill('The dust is left out.');
  await expectAccessible(page, 'a new version before it is saved');
  await page.getByRole('button', { name: 'Save version 2' }).click();
  await expect(page.getByRole('heading', { name: 'Version 2 is saved.' })).toBeFocused();
  await page.getByRole('link', { name: 'All sources' }).last().click();
  await expect(page.getByText('1 earlier version')).toBeVisible();
  await expect(page.getByText('The dust is left out.')).toBeVisible();
});
