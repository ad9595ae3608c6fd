'use client';

import { Plus, X } from 'lucide-react';
import { useTranslations } from 'next-intl';
import { useId, useState } from 'react';
import { FormNote, SubmitButton } from '@/components/account/form-parts';
import { DraftLine } from '@/components/draft/draft-line';
import { useFormDraft } from '@/components/form/use-form-draft';
import { textOf, useSubmission } from '@/components/form/use-submission';
import { Button } from '@/components/ui/button';
import { TextArea, TextField } from '@/components/ui/field';
import { IconButton } from '@/components/ui/icon-button';
import type { AccountResult } from '@/lib/client/account';
import { createDebate } from '@/lib/client/debates';
import { newEventId } from '@/lib/client/event-id';
import type { CreateDebate } from '@/lib/domain/debate/schema';
import { TEMPLATE_KEYS, TEMPLATES, type TemplateKey } from '@/lib/domain/debate/templates';
import { LIMITS } from '@/lib/domain/text/limits';
import { graphemeLength } from '@/lib/domain/text/plain-text';
import { ARTICLE_FIELDS, type ArticleField, ArticleFields, articleFaults, articleOf } from './article-fields';
import { viewHref } from './view-address';

type Field = ArticleField | 'title' | 'question' | 'motions' | 'sides.a.name' | 'sides.b.name' | 'summary';
const FIELDS = [
  'title',
  'question',
  'motions',
  'sides.a.name',
  'sides.b.name',
  'summary',
  ...ARTICLE_FIELDS,
] as const;

/** Makes a debate from a template and goes to its map. */
export function NewDebateForm({
  languages,
  usualLanguage,
}: {
  languages: readonly string[];
  usualLanguage: string;
}) {
  const t = useTranslations('debate.new');
  const [template, setTemplate] = useState<TemplateKey>('blank');
  // The same press, sent again after a lost connection, makes one debate.
  const [key, setKey] = useState(newEventId);
  const [made, setMade] = useState<{ slug: string } | null>(null);
  const { least, most } = TEMPLATES[template].motions;
  const [motionCount, setMotionCount] = useState(1);
  const shownMotions = Math.min(most, Math.max(least, motionCount));
  const [language, setLanguage] = useState(usualLanguage);
  const [hasArticle, setHasArticle] = useState(false);

  const inputOf = (form: FormData): CreateDebate => ({
    title: textOf(form, 'title').trim(),
    question: textOf(form, 'question').trim(),
    summary: textOf(form, 'summary').trim() || null,
    language,
    template,
    motions: form
      .getAll('motion')
      .map((value) => String(value).trim())
      .filter((text) => text !== '')
      .map((text) => ({ text })),
    sides: {
      a: { name: textOf(form, 'sides.a.name').trim() },
      b: { name: textOf(form, 'sides.b.name').trim() },
    },
    article: articleOf(form),
  });

  const check = (form: FormData) => {
    const { title, question, summary, motions, sides, article } = inputOf(form);
    const found: Partial<Record<Field, string>> = {};
    const fits = (text: string, most: number) => text !== '' && graphemeLength(text) <= most;
    const demand = (field: Field, text: string, most: number) => {
      if (!fits(text, most)) found[field] = t('fault.text', { most });
    };
    demand('title', title, LIMITS.debateTitle);
    demand('question', question, LIMITS.debateQuestion);
    demand('sides.a.name', sides.a.name, LIMITS.sideName);
    demand('sides.b.name', sides.b.name, LIMITS.sideName);
    if (summary) demand('summary', summary, LIMITS.debateSummary);
    if (motions.length < least || !motions.every(({ text }) => fits(text, LIMITS.claimText)))
      found.motions = t('fault.motions', { least, most: LIMITS.claimText });
    for (const [field, [fault, most]] of Object.entries(article ? articleFaults(article) : {}))
      found[field as ArticleField] = t(`article.fault.${fault}`, { most });
    return Object.keys(found).length > 0 ? found : null;
  };

  const send = async (form: FormData): Promise<AccountResult> => {
    const input = inputOf(form);
    const result = await createDebate(input, key);
    if (!result.ok) {
      // The key stands for other words, of which a debate was made: these are another one's.
      if (result.error.code === 'idempotency-mismatch') setKey(newEventId());
      return result;
    }
    setMade(result.value);
    await draft.clear();
    // With an article, claims are drawn out of it first.
    window.location.assign(viewHref(result.value.slug, input.article ? 'text' : 'map'));
    return { ok: true, value: undefined };
  };

  const { formRef, noteRef, isPending, trouble, submit } = useSubmission<Field>({
    fields: FIELDS,
    check,
    send,
    onDone: () => undefined,
  });
  const languageId = useId();
  const { draft, onInput } = useFormDraft('debate:new', formRef, ({ fields, choices }) => {
    setTemplate(TEMPLATE_KEYS.find((name) => name === choices.template?.[0]) ?? 'blank');
    setMotionCount(fields.motion?.length ?? 1);
    setHasArticle(choices.withArticle !== undefined);
    setLanguage(choices.language?.[0] ?? usualLanguage);
    setKey((now) => choices.key?.[0] ?? now);
  });

  return (
    <form ref={formRef} method="post" noValidate onSubmit={submit} onInput={onInput} className="grid gap-6">
      <FormNote noteRef={noteRef} text={trouble.whole} />
      <DraftLine draft={draft} />
      {/* Kept with the draft, so that it makes one debate after a reload too. The server's page has another one. */}
      <input type="hidden" name="key" value={key} suppressHydrationWarning />
      <fieldset className="grid gap-2">
        <legend className="mb-1.5 font-strong">{t('template.legend')}</legend>
        {TEMPLATE_KEYS.map((name) => (
          <label
            key={name}
            className="grid grid-cols-[auto_1fr] gap-x-3 rounded border border-control bg-raised px-3.5 py-2.5 has-checked:border-ink has-checked:shadow-[inset_0_0_0_1px_var(--color-ink)]"
          >
            <input
              type="radio"
              name="template"
              value={name}
              checked={template === name}
              onChange={() => setTemplate(name)}
              className="mt-1 size-4 accent-ink"
            />
            <span>
              <span className="block font-strong">{t(`template.${name}.name`)}</span>
              <span className="block text-caption text-muted text-pretty">{t(`template.${name}.about`)}</span>
            </span>
          </label>
        ))}
      </fieldset>
      <ArticleFields isOn={hasArticle} onChange={setHasArticle} faults={trouble.fields} />
      <TextField
        name="title"
        label={t('titleField')}
        hint={t('titleHint')}
        maxLength={LIMITS.debateTitle * 2}
        required
        error={trouble.fields.title}
      />
      <TextField
        name="question"
        label={t('question')}
        hint={t('questionHint')}
        maxLength={LIMITS.debateQuestion * 2}
        required
        error={trouble.fields.question}
      />
      <fieldset className="grid gap-3">
        <legend className="mb-1.5 font-strong">{t('motion.legend', { count: shownMotions })}</legend>
        <p className="text-caption text-muted text-pretty">{t('motion.hint')}</p>
        {Array.from({ length: shownMotions }, (_, index) => (
          <div key={String(index)} className="grid grid-cols-[minmax(0,1fr)_auto] items-end gap-2">
            <TextArea
              name="motion"
              rows={2}
              className="min-h-12!"
              label={shownMotions === 1 ? t('motion.one') : t('motion.many', { number: index + 1 })}
              maxLength={LIMITS.claimText * 2}
              required={index < least}
              error={index === 0 ? trouble.fields.motions : null}
            />
            {shownMotions > least && index === shownMotions - 1 ? (
              <IconButton
                label={t('motion.remove', { number: index + 1 })}
                onClick={() => setMotionCount(shownMotions - 1)}
              >
                <X aria-hidden="true" className="size-4" />
              </IconButton>
            ) : null}
          </div>
        ))}
        {shownMotions < most ? (
          <Button
            size="small"
            className="justify-self-start"
            onClick={() => setMotionCount(shownMotions + 1)}
          >
            <Plus aria-hidden="true" className="size-3.5" />
            {t('motion.add')}
          </Button>
        ) : null}
      </fieldset>
      <div className="grid gap-4 sm:grid-cols-2" key={template}>
        <TextField
          name="sides.a.name"
          label={t('sideFor')}
          defaultValue={t(`template.${template}.sideA`)}
          maxLength={LIMITS.sideName * 2}
          required
          error={trouble.fields['sides.a.name']}
        />
        <TextField
          name="sides.b.name"
          label={t('sideAgainst')}
          defaultValue={t(`template.${template}.sideB`)}
          maxLength={LIMITS.sideName * 2}
          required
          error={trouble.fields['sides.b.name']}
        />
      </div>
      <TextArea
        name="summary"
        label={t('summary')}
        note={t('optional')}
        hint={t('summaryHint')}
        maxLength={LIMITS.debateSummary * 2}
        error={trouble.fields.summary}
      />
      <div className="grid gap-1.5">
        <label htmlFor={languageId} className="font-strong">
          {t('language')}
        </label>
        <select
          id={languageId}
          name="language"
          value={language}
          onChange={({ target }) => setLanguage(target.value)}
          className="h-12 rounded border border-control bg-raised px-3 text-body"
        >
          {languages.map((tag) => (
            <option key={tag} value={tag}>
              {t('languageName', { tag })}
            </option>
          ))}
        </select>
      </div>
      <p className="text-caption text-muted text-pretty">{t('private')}</p>
      <SubmitButton isPending={isPending || made !== null} pendingText={t('pending')}>
        {t('submit')}
      </SubmitButton>
    </form>
  );
}
