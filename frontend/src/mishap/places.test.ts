import { expect, test } from 'vitest';
import { noted } from './places';

test('an error is noted by its kind and by the places in our scripts', () => {
  const error = new TypeError('no title Rosebud at Rosebud.js:1:1');
  error.stack = `TypeError: ${error.message}
    at draw (http://127.0.0.1:1/assets/index-B1x_9.js:12:345)
    at row (wails://wails/assets/Board-C.js?v=1:7:8)
    at /home/rosebud/other`;
  expect(noted(error)).toEqual({
    name: 'TypeError',
    places: ['index-B1x_9.js:12:345', 'Board-C.js:7:8'],
  });
});

test('what was thrown and is no error is noted by its type alone', () => {
  expect(noted('Rosebud')).toEqual({ name: 'string', places: [] });
  expect(noted(undefined)).toEqual({ name: 'undefined', places: [] });
});
