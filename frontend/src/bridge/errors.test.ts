import { expect, test } from 'vitest';
import { asBridgeError } from './errors';

const refusal = { code: 'invalid', key: 'error.title_long', params: { max: '1000' } };

test('a refusal arrives whole out of the Error that Wails makes of it', () => {
  expect(asBridgeError(new Error(JSON.stringify(refusal)))).toMatchObject(refusal);
});

test('a refusal that was fetched arrives whole', () => {
  expect(asBridgeError(refusal)).toMatchObject(refusal);
});

test('anything else is a fault of ours', () => {
  for (const thrown of [new Error('[object Object]'), new Error('null'), 'oh', null, { code: 1 }]) {
    expect(asBridgeError(thrown)).toMatchObject({ code: 'internal', key: 'error.internal' });
  }
});
