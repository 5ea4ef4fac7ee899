import { describe, expect, test } from '@jest/globals';
import { AnswerCache } from '../../src/http/answer-cache.js';

const JSON_TYPE = 'application/json';

describe('the cache of finished answers', () => {
  test('keeps a small answer at once, and a large one when it is asked for again', () => {
    const answers = new AnswerCache();
    answers.keep('small', JSON_TYPE, Buffer.alloc(1_000));
    expect(answers.find('small')?.body).toHaveLength(1_000);
    for (const kept of [undefined, 500_000]) {
      answers.keep('large', JSON_TYPE, Buffer.alloc(500_000));
      expect(answers.find('large')?.body.length).toBe(kept);
    }
  });

  test('forgets which large ones were asked for once, so that strangers cannot fill it', () => {
    const answers = new AnswerCache();
    const body = Buffer.alloc(500_000);
    for (let n = 0; n < 2_000; n += 1) answers.keep(`${n}`, JSON_TYPE, body);
    answers.keep('0', JSON_TYPE, body);
    expect(answers.find('0')).toBeUndefined();
    answers.keep('1999', JSON_TYPE, body);
    expect(answers.find('1999')).toBeDefined();
  });
});
