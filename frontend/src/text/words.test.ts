import { parse } from 'svelte/compiler';
import ts from 'typescript';
import { describe, expect, test } from 'vitest';

// Every sentence is content (R130): it stands in a catalogue of internal/text,
// where it can be changed and translated, and never between the tags or in the code.

const components = sources(
  import.meta.glob<string>('../**/*.svelte', { eager: true, query: '?raw', import: 'default' }),
);
const modules = sources(
  import.meta.glob<string>(
    ['../**/*.ts', '!../**/*.test.ts', '!../bridge/fake.ts', '!../**/house.ts'],
    {
      eager: true,
      query: '?raw',
      import: 'default',
    },
  ),
);

function sources(files: Record<string, string>): readonly (readonly [string, string])[] {
  return Object.entries(files);
}

/** What a reader of the screen would hear: these attributes are words too. */
const SPOKEN = ['alt', 'aria-label', 'aria-description', 'label', 'placeholder', 'title'];

/** What a component says by itself, between its tags and in the attributes that are read. */
function saidBy(source: string): string[] {
  const said: string[] = [];
  walk(parse(source, { modern: true }).fragment, (node, within) => {
    if (node.type === 'Text' && /\p{L}/u.test(node.data ?? '') && spoken(within))
      said.push((node.data ?? '').trim());
    if (node.type === 'Literal' && typeof node.value === 'string' && isSentence(node.value))
      said.push(node.value);
  });
  return said;
}

/** True for the text between tags, and for the value of an attribute that is read. */
function spoken(within: Node | undefined): boolean {
  if (within?.type !== 'Attribute') return true;
  return SPOKEN.includes(within.name ?? '');
}

interface Node {
  type: string;
  name?: string;
  data?: string;
  value?: unknown;
}

/** Visits a tree of Svelte nodes, each with the attribute that it stands in. */
function walk(node: unknown, visit: (node: Node, within?: Node) => void, within?: Node): void {
  if (Array.isArray(node)) for (const one of node) walk(one, visit, within);
  if (!isNode(node)) return;
  visit(node, within);
  const inside = node.type === 'Attribute' ? node : within;
  for (const child of Object.values(node)) walk(child, visit, inside);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value;
}

/** Two words and more that begin like a sentence, or one that ends like one. */
function isSentence(text: string): boolean {
  return /^\p{Lu}[\p{L}’']*\s+\p{L}/u.test(text) || /\p{L}{2,} \p{L}{2,}.*[.!?…]$/u.test(text);
}

/** The sentences in the code of a module, but for what is thrown at programmers. */
function writtenIn(source: string): string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isNewExpression(node) && /Error$/.test(node.expression.getText())) return;
    if (ts.isStringLiteralLike(node) && isSentence(node.text)) found.push(node.text);
    if (ts.isTemplateExpression(node) && isSentence(node.head.text)) found.push(node.head.text);
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('x.ts', source, ts.ScriptTarget.Latest, true));
  return found;
}

describe('no words stand', () => {
  test.each(components)('between the tags of %s', (_, source) => {
    expect(saidBy(source)).toEqual([]);
  });

  test.each(components)('in the script of %s', (_, source) => {
    const script = /<script[^>]*>([\s\S]*?)<\/script>/.exec(source)?.[1] ?? '';
    expect(writtenIn(script)).toEqual([]);
  });

  test.each(modules)('in the code of %s', (_, source) => {
    expect(writtenIn(source)).toEqual([]);
  });
});

describe('it would be found', () => {
  test.each([
    ['<p>Nothing here</p>', ['Nothing here']],
    ['{#if x}<b>{x}</b> left{/if}', ['left']],
    ['<input placeholder="Find" class="wide field" />', ['Find']],
    ['<Button label="Close" look="bare" />', ['Close']],
    ["<p>{x ? 'No plan yet.' : t('app.name')}</p>", ['No plan yet.']],
    ['<p class="meta">{t("app.name")}: {count}</p>', []],
  ])('in %s', (source, said) => {
    expect(saidBy(source)).toEqual(said);
  });

  test('in code', () => {
    expect(writtenIn("const a = 'Nothing to undo'; throw new Error('No such thing');")).toEqual([
      'Nothing to undo',
    ]);
  });
});
