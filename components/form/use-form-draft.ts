import { type FormEvent, type RefObject, useEffect, useLayoutEffect, useRef } from 'react';
import { type Draft, useDraft } from '@/lib/client/drafts';

/** What stands in a form, by the names of its fields; files are left out, for they are still where they came from. */
export interface FormContents {
  /** What was typed. */
  fields: Record<string, string[]>;
  /** What was chosen: boxes, radio buttons and lists. */
  choices: Record<string, string[]>;
}

const NOTHING: FormContents = { fields: {}, choices: {} };

type TextField = HTMLInputElement | HTMLTextAreaElement;

const isTextField = (element: unknown): element is TextField =>
  element instanceof HTMLTextAreaElement ||
  (element instanceof HTMLInputElement && !['radio', 'checkbox', 'file', 'hidden'].includes(element.type));

function contentsOf(form: HTMLFormElement): FormContents {
  const contents: FormContents = { fields: {}, choices: {} };
  const texts = new Set([...form.elements].filter(isTextField).map(({ name }) => name));
  for (const [name, value] of new FormData(form)) {
    if (typeof value !== 'string') continue;
    const part = texts.has(name) ? contents.fields : contents.choices;
    part[name] = [...(part[name] ?? []), value];
  }
  return contents;
}

/**
 * Keeps a form whose fields hold their own text, as `useDraft` keeps one whose text is state.
 * @param show makes the form have the fields that a kept text needs, before they are filled
 */
export function useFormDraft(
  key: string,
  form: RefObject<HTMLFormElement | null>,
  show: (contents: FormContents) => void,
): { draft: Draft<FormContents>; onInput: (event: FormEvent<HTMLFormElement>) => void } {
  const draft = useDraft<FormContents>(key, NOTHING);
  const shown = useRef(NOTHING);
  const toFill = useRef<FormContents['fields'] | null>(null);
  const { value } = draft;

  // biome-ignore lint/correctness/useExhaustiveDependencies: `show` is another function at every render
  useEffect(() => {
    if (value === shown.current) return;
    shown.current = value;
    if (value === NOTHING) {
      form.current?.reset();
      show(NOTHING);
      return;
    }
    toFill.current = value.fields;
    show(value);
  }, [value]);

  // After each render, for the fields may only just have come.
  useLayoutEffect(() => {
    const fields = toFill.current;
    if (fields === null || form.current === null) return;
    const seen = new Map<string, number>();
    for (const element of [...form.current.elements].filter(isTextField)) {
      const at = seen.get(element.name) ?? 0;
      seen.set(element.name, at + 1);
      const kept = fields[element.name]?.[at];
      if (kept !== undefined) element.value = kept;
    }
  });

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    toFill.current = null;
    const typed = contentsOf(event.currentTarget);
    shown.current = typed;
    draft.set(typed);
  };
  return { draft, onInput };
}
