import { customaryName } from '../knowledge/regions.js';
import { words as bookingWords } from './book/words/replies.zh.js';
import { replyFor } from './guard/index.js';
import type { House } from './house.js';
import { hotlineFor, replies } from './replies.zh.js';
import type { Reply, ReplyKind } from './reply.js';
import type { Ending, Work } from './work.js';

const EXAMPLES = ['老人免费体检是怎么规定的', '三无老人一个月能领多少', '办养老院有什么补贴'];

/** The words of each way in which a turn can end. */
export function replyTo(ending: Ending, work: Work, house: House): Reply {
  switch (ending.ending) {
    case 'nothing_said':
      return say('clarify', replies.nothingSaid, EXAMPLES);
    case 'guarded': {
      const words = replyFor(ending.outcome);
      const kind = ending.outcome.kind === 'injection' ? 'smalltalk' : ending.outcome.kind;
      return {
        ...say(kind, words?.text ?? replies.notUnderstood),
        speech: words?.speech ?? replies.notUnderstood,
        actions: (words?.numbers ?? []).map((number) => ({ type: 'call', number })),
      };
    }
    case 'greeting':
      return say('smalltalk', replies.greeting, EXAMPLES);
    case 'thanks':
      return say('smalltalk', replies.thanks);
    case 'bye':
      return say('smalltalk', replies.bye);
    case 'who':
      return say('smalltalk', replies.who, EXAMPLES);
    case 'hearing':
      return say('smalltalk', replies.hearing);
    case 'contact':
      return calling('smalltalk', replies.contact, '12345');
    case 'nod':
      return say('smalltalk', replies.nod);
    case 'eased':
      return calling('emergency', replies.eased(ending.number), ending.number);
    case 'repeat': {
      const last = work.conversation.lastReply;
      return last ? { ...last, kind: 'repeat' } : say('repeat', replies.nothingToRepeat, EXAMPLES);
    }
    case 'not_understood':
      return say('clarify', replies.notUnderstood, EXAMPLES);
    case 'nothing_asked':
      return say('clarify', replies.nothingAsked, ['能享受什么', ...EXAMPLES.slice(0, 1)]);
    case 'ails':
      return say('clarify', replies.ails, ['要', '不用']);
    case 'trust':
      return calling('smalltalk', replies.trust, '12345');
    case 'complaint':
      return calling('smalltalk', replies.complaint, '12345');
    case 'what_is_wrong':
      return say('clarify', replies.whatIsWrong);
    case 'out_of_scope':
      return say('out_of_scope', replies.outOfScope, EXAMPLES);
    case 'ask_place': {
      const names = house.held.map(customaryName);
      return say('clarify', replies.askPlace(names), names);
    }
    case 'silent_anywhere':
      return calling(
        'not_found',
        replies.silentAnywhere(ending.question),
        hotlineFor(ending.question),
        EXAMPLES,
      );
    case 'cannot_book':
      return calling('booking', bookingWords.cannotBook, '12345', EXAMPLES);
    case 'booking':
    case 'answered':
      return ending.reply;
  }
}

function say(kind: ReplyKind, text: string, suggestions: string[] = []): Reply {
  return { kind, text, speech: text, citations: [], suggestions, actions: [] };
}

/** The same, with a number to ring. */
function calling(kind: ReplyKind, text: string, number: string, suggestions: string[] = []): Reply {
  return { ...say(kind, text, suggestions), actions: [{ type: 'call', number }] };
}
