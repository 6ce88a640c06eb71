import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { factsOf } from '../../web/chat/src/assess/facts.js';
import { momentOf, soonerThan, wholeWeeks } from '../../web/chat/src/booking/times.js';
import { caution, isTooLong, LONGEST } from '../../web/chat/src/chat/cautions.js';
import { figured, parts } from '../../web/chat/src/chat/figures.js';
import { inParagraphs, shownSentences } from '../../web/chat/src/chat/shown.js';
import { moment } from '../../web/chat/src/chat/times.js';
import { marked } from '../../web/chat/src/document/mark.js';
import { newElder } from '../../web/chat/src/state/elder.js';
import { asked, received } from '../../web/chat/src/talk/messages.js';

const reply = {
  kind: 'answer' as const,
  text: '好。',
  speech: '好',
  citations: [],
  suggestions: [],
  actions: [],
};

describe('figures in a reply', () => {
  it('writes one large where it stands first, and not again', () => {
    const large = figured(['每月200元，最多300元。', '就是200元。']).map((cut) =>
      cut.filter(({ figure }) => figure).map(({ text }) => text),
    );
    expect(large).toEqual([['200元', '300元'], []]);
  });

  it('keeps lines apart', () => {
    expect(inParagraphs(shownSentences({ text: '一。二。\n三？' }))).toEqual([[0, 1], [2]]);
  });

  it('writes sums large and leaves all else', () => {
    const large = (text: string) =>
      parts(text)
        .filter((p) => p.figure)
        .map((p) => p.text);
    expect(large('每人每月200元，报销70%，最高三千元')).toEqual(['200元', '70%', '三千元']);
    expect(large('2021年第3号，打12345，一个月一次')).toEqual([]);
  });

  it('loses nothing of any sentence', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(
          parts(text)
            .map((p) => p.text)
            .join(''),
        ).toBe(text);
      }),
    );
  });

  it('leaves the lines of sources to their card', () => {
    expect(shownSentences({ text: '可以。\n来源：《办法》（某发〔2021〕3号）二' }).join('')).toBe('可以。');
  });
});

describe('what is said of words before they are sent', () => {
  it('is the limit, near it and above it', () => {
    expect([LONGEST, LONGEST + 1].map((length) => isTooLong('字'.repeat(length)))).toEqual([false, true]);
    expect(caution('字'.repeat(LONGEST - 1), false)).toContain('还能写1个');
    expect(caution('字'.repeat(100), false)).toBe('');
  });

  it('is a warning of an ID number however it is written, but where a booking asks for it', () => {
    for (const number of [
      '11010519491231002X',
      '110105 19491231 002x',
      '１１０１０５１９４９１２３１００２Ｘ',
    ]) {
      expect(caution(`我妈是${number}`, false), number).toContain('身份证号');
      expect(caution(number, true)).toBe('');
    }
    for (const other of ['13800138000', '0745-2233445，13800138000', '2026年11月22日 14:00'])
      expect(caution(other, false), other).toBe('');
  });
});

describe('an appointment that a reply speaks of', () => {
  it('is one of the elder’s, in place of the one it stands for', () => {
    const before = { id: 'a', code: '111111', phone: '13800138000' };
    const appointment = { ...before, id: 'b', code: '222222', replaces: 'a' };
    const elder = received(
      { ...newElder('我妈'), appointments: [before] },
      { type: 'reply', messageId: 'm', reply: { ...reply, appointment } },
      0,
    );
    expect(elder.appointments.map(({ code }) => code)).toEqual(['222222']);
  });
});

describe('times of a booking', () => {
  it('are said as people say them', () => {
    expect(momentOf('2026-11-25T08:30:00+08:00')).toBe('11月25日 星期三 上午8:30');
    expect(momentOf('2026-11-25T12:00:00+08:00')).toBe('11月25日 星期三 下午12:00');
    expect(momentOf('2026-11-25T13:05:00+08:00')).toBe('11月25日 星期三 下午1:05');
  });

  it('can be waited for until the first that is free, unless that is within a day', () => {
    const now = Date.parse('2026-11-23T08:00:00+08:00');
    expect(soonerThan('2026-11-25T08:00:00+08:00', now)).toEqual({
      from: '2026-11-23T08:00:00+08:00',
      to: '2026-11-25T08:00:00+08:00',
    });
    expect(soonerThan('2026-11-24T07:59:00+08:00', now)).toBeNull();
    expect(soonerThan(undefined, now)?.to).toBe('2026-12-07T08:00:00+08:00');
  });
});

describe('a quote in its clause', () => {
  it('is found though spaces and line breaks differ', () => {
    const pieces = marked('每人\n每月 200元。以上', ['每月200 元']);
    expect(pieces.filter((p) => p.isQuote).map((p) => p.text)).toEqual(['每月 200元']);
  });

  it('is cut out of any text without losing any of it', () => {
    const text = fc.string({ unit: fc.constantFrom('甲', '乙', ' ', '\n', '丙') });
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (clause, quotes) => {
        const pieces = marked(clause, quotes);
        expect(pieces.map((p) => p.text).join('')).toBe(clause);
        const held = quotes.some(
          (q) => q.trim() !== '' && clause.replace(/\s/g, '').includes(q.replace(/\s/g, '')),
        );
        expect(pieces.some((p) => p.isQuote)).toBe(held);
      }),
    );
  });
});

describe('the calendar', () => {
  it('has whole weeks, Monday to Sunday, over the end of a year', () => {
    expect(wholeWeeks(['2026-12-31', '2027-01-04'])).toEqual([
      '2026-12-28',
      '2026-12-29',
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
      '2027-01-03',
      '2027-01-04',
      '2027-01-05',
      '2027-01-06',
      '2027-01-07',
      '2027-01-08',
      '2027-01-09',
      '2027-01-10',
    ]);
    expect(wholeWeeks(['2026-11-29'])).toHaveLength(7);
  });

  it('says the time as WeChat does', () => {
    const now = Date.parse('2026-01-01T10:00:00+08:00');
    expect(moment(now, now)).toBe('10:00');
    expect(moment(Date.parse('2025-12-31T23:59:00+08:00'), now)).toBe('昨天 23:59');
    expect(moment(Date.parse('2025-12-30T08:05:00+08:00'), now)).toBe('2025年12月30日 08:05');
  });
});

describe('the form', () => {
  it('puts together what several answers tell of statuses, and passes over what was declined', () => {
    const told = [
      { fact: 'statuses', question: '', said: '', facts: { statusesIn: ['三无'], statusesNot: ['五保'] } },
      { fact: 'age', question: '', said: '不知道', facts: null },
      { fact: 'statuses', question: '', said: '', facts: { statusesIn: [], statusesNot: ['低保'] } },
    ];
    expect(factsOf(told)).toEqual({
      person: { statusesIn: ['三无'], statusesNot: ['五保', '低保'] },
      declined: ['age'],
    });
  });
});

describe('messages of the server', () => {
  const turn = { messageId: 'm1', text: '你好', at: 1 };

  it('answer the turn they belong to, once, also when they come twice or late', () => {
    const elder = asked({ ...newElder('我妈'), draft: '你好' }, turn);
    expect(elder.draft).toBe('');
    const message = { type: 'reply' as const, reply, messageId: 'm1' };
    const once = received(elder, message, 2);
    expect(received(once, message, 3)).toEqual(once);
    expect(once.turns).toEqual([{ ...turn, reply }]);
    const other = received(once, { ...message, messageId: 'm0' }, 4);
    expect(other.turns).toEqual([
      { ...turn, reply },
      { messageId: 'm0', reply, at: 4 },
    ]);
  });

  it('end a session that is gone, and mark what was refused until it is answered after all', () => {
    const elder = { ...asked(newElder('我妈'), turn), sessionId: 's' };
    const error = (code: string) => ({ type: 'error' as const, code, message: '' });
    expect(received(elder, error('unknown-session'), 2)).toEqual({ ...elder, sessionId: null });
    const refused = received(elder, error('too-many-requests'), 2);
    expect(refused.turns).toEqual([{ ...turn, failed: true }]);
    expect(received(refused, { type: 'reply', reply, messageId: 'm1' }, 3).turns).toEqual([
      { ...turn, reply },
    ]);
  });
});
