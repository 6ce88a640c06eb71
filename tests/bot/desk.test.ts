import { describe, expect, it } from 'vitest';
import { MAX_TEXT_BYTES, TextTooLongError, UnknownSessionError } from '../../src/bot/desk.js';
import { echoBot, openDesk } from '../support/desk.js';

describe('desk', () => {
  it('begins a conversation under an id that nobody guesses, and carries it on', async () => {
    const { desk } = await openDesk(echoBot());
    const [one, two] = await Promise.all([desk.answer({ text: '甲' }), desk.answer({ text: '乙' })]);
    expect(one.sessionId).toMatch(/^[\w-]{32}$/);
    expect(one.sessionId).not.toBe(two.sessionId);
    const next = await desk.answer({ sessionId: one.sessionId, text: '丙' });
    expect(next.reply.text).toBe('甲。丙。');
  });

  it('handles messages of one session one after the other, in the order they came', async () => {
    const { desk } = await openDesk(echoBot());
    const { sessionId } = await desk.answer({ text: '零' });
    const replies = await Promise.all([...'一二三四五'].map((text) => desk.answer({ sessionId, text })));
    expect(replies.map(({ reply }) => reply.text).at(-1)).toBe('零。一。二。三。四。五。');
  });

  it('answers the same messageId once, one after the other and at once', async () => {
    const bot = echoBot();
    const { desk } = await openDesk(bot);
    const { sessionId } = await desk.answer({ text: '零' });
    const same = { sessionId, text: '一', messageId: 'm' };
    const replies = await Promise.all([desk.answer(same), desk.answer(same), desk.answer(same)]);
    replies.push(await desk.answer({ ...same, text: 'said otherwise' }));
    expect(new Set(replies.map(({ reply }) => reply.text))).toEqual(new Set(['零。一。']));
    expect(bot.asked).toHaveLength(2);
    expect((await desk.answer({ sessionId, text: '二' })).reply.text).toBe('零。一。二。');
  });

  it('answers each message once on two servers at the same time', async () => {
    const { desk, second } = await openDesk(echoBot());
    const other = second(echoBot());
    const { sessionId } = await desk.answer({ text: '零' });
    const same = { sessionId, text: '一', messageId: 'm' };
    const [here, there] = await Promise.all([desk.answer(same), other.answer(same)]);
    expect(here.reply).toEqual(there.reply);
    await Promise.all([desk.answer({ sessionId, text: '二' }), other.answer({ sessionId, text: '三' })]);
    const { reply } = await desk.answer({ sessionId, text: '四' });
    expect(['零。一。二。三。四。', '零。一。三。二。四。']).toContain(reply.text);
  });

  it('goes on from where another server left the conversation, though it was the last to speak here', async () => {
    const bot = echoBot();
    const { desk, second } = await openDesk(bot);
    const { sessionId } = await desk.answer({ text: '零' });
    await second(echoBot()).answer({ sessionId, text: '一' });
    expect((await desk.answer({ sessionId, text: '二' })).reply.text).toBe('零。一。二。');
    // What a bot does outside, such as booking, must not be done from an old state: it is asked once for each turn.
    expect(bot.asked).toHaveLength(2);
  });

  it('does not know a session that was forgotten elsewhere', async () => {
    const { desk, second } = await openDesk(echoBot());
    const { sessionId } = await desk.answer({ text: '零' });
    await second(echoBot()).forget(sessionId);
    await expect(desk.answer({ sessionId, text: '一' })).rejects.toThrow(UnknownSessionError);
  });

  it('does not know a foreign session, and goes on', async () => {
    const { desk } = await openDesk(echoBot());
    await expect(desk.answer({ sessionId: 'foreign', text: '一' })).rejects.toThrow(UnknownSessionError);
    await expect(desk.missed('foreign')).rejects.toThrow(UnknownSessionError);
    expect((await desk.answer({ text: '一' })).reply.text).toBe('一。');
  });

  it('begins a session under the name it is given, once, however often its first turn is handed over', async () => {
    const bot = echoBot();
    const { desk } = await openDesk(bot);
    const first = { sessionId: 'nobody guesses this', begins: true, text: '零', messageId: 'm' };
    await Promise.all([desk.answer(first), desk.answer(first)]);
    expect((await desk.answer(first)).reply.text).toBe('零。');
    expect(bot.asked).toHaveLength(1);
    const next = await desk.answer({ sessionId: first.sessionId, text: '一' });
    expect(next.reply.text).toBe('零。一。');
  });

  it('keeps no trace of a turn that failed; the same message can be sent again', async () => {
    const { desk } = await openDesk(echoBot());
    const { sessionId } = await desk.answer({ text: '零' });
    await expect(desk.answer({ sessionId, text: '坏', messageId: 'm' })).rejects.toThrow('the bot failed');
    const again = await desk.answer({ sessionId, text: '一', messageId: 'm' });
    expect(again.reply.text).toBe('零。一。');
  });

  it('refuses a text of more than 64 KiB in UTF-8, and takes one of just that', async () => {
    const { desk } = await openDesk(echoBot(0));
    const longest = '养'.repeat(MAX_TEXT_BYTES / 3);
    expect((await desk.answer({ text: longest })).reply.text).toContain(longest);
    await expect(desk.answer({ text: `${longest}老` })).rejects.toThrow(TextTooLongError);
  });

  it('gives back what was not delivered until it was', async () => {
    const { desk } = await openDesk(echoBot());
    const { sessionId, messageId, reply } = await desk.answer({ text: '一', track: true });
    expect(await desk.missed(sessionId)).toEqual([{ messageId, reply }]);
    await desk.delivered(sessionId, messageId);
    expect(await desk.missed(sessionId)).toEqual([]);
  });

  it('is idle when all that was begun is answered', async () => {
    const { desk } = await openDesk(echoBot(30));
    let answered = 0;
    const { sessionId } = await desk.answer({ text: '零' });
    for (const text of '一二三')
      void desk.answer({ sessionId, text }).then(() => {
        answered++;
      });
    await desk.idle();
    expect(answered).toBe(3);
  });
});
