/** The part of the Web Speech API that is used; TypeScript's DOM library has none of it. */
interface Recognition extends EventTarget {
  lang: string;
  continuous: boolean;
  interimResults: boolean;
  start(): void;
  stop(): void;
  onresult: ((event: { results: ArrayLike<ArrayLike<{ transcript: string }>> }) => void) | null;
  onerror: ((event: { error: string }) => void) | null;
  onend: (() => void) | null;
}

declare global {
  interface Window {
    SpeechRecognition?: new () => Recognition;
    webkitSpeechRecognition?: new () => Recognition;
  }
}

const Recogniser = window.SpeechRecognition ?? window.webkitSpeechRecognition;

/** Whether this browser can write down what is said. */
export const canListen = Recogniser !== undefined;

export interface Listener {
  stop(): void;
}

interface Hearing {
  /** All that was heard so far. */
  onWords(words: string): void;
  onFault(words: string): void;
}

const FAULTS: Readonly<Record<string, string>> = {
  'not-allowed': '没有用麦克风的许可。请在浏览器里允许，或者打字。',
  'audio-capture': '没有找到麦克风，请打字。',
  network: '语音识别连不上，请打字。',
};

/** Listens until stopped; begins again by itself when the browser takes a pause for the end. */
export function listen({ onWords, onFault }: Hearing): Listener {
  if (Recogniser === undefined) throw new Error('this browser cannot listen');
  const recognition = new Recogniser();
  let before = '';
  let words = '';
  let stopped = false;
  recognition.lang = 'zh-CN';
  recognition.continuous = true;
  recognition.interimResults = true;
  recognition.onresult = ({ results }) => {
    words = before + Array.from(results, (result) => result[0]?.transcript ?? '').join('');
    onWords(words);
  };
  recognition.onerror = ({ error }) => {
    if (error === 'no-speech' || error === 'aborted') return;
    stopped = true;
    onFault(FAULTS[error] ?? '没有听清，请再说一遍，或者打字。');
  };
  recognition.onend = () => {
    if (stopped) return;
    before = words;
    recognition.start();
  };
  recognition.start();
  return {
    stop() {
      stopped = true;
      recognition.stop();
    },
  };
}
