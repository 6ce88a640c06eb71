import { speakable } from '../../../../src/bot/compose/speech.js';
import { changeLook, createStore, saved } from '../state/store.js';

export const SLOWEST = 0.5;
export const FASTEST = 1.5;
const STEP = 0.2;

export const canRead = 'speechSynthesis' in window;

interface Reading {
  /** The reply that is being read; null while none is. */
  messageId: string | null;
  /** Which of its sentences. */
  at: number;
  /** The voice failed. */
  fault: boolean;
}

const SILENT: Reading = { messageId: null, at: 0, fault: false };

export const reading = createStore<Reading>(SILENT);
let text: readonly string[] = [];
/** What the voice was given last; whatever an earlier one reports is late. */
let spoken: SpeechSynthesisUtterance | null = null;

function speak(at: number): void {
  const sentence = text[at];
  if (sentence === undefined) {
    stopReading();
    return;
  }
  reading.set({ ...reading.get(), at });
  const words = speakable(sentence);
  if (words === '') {
    speak(at + 1);
    return;
  }
  const utterance = new SpeechSynthesisUtterance(words);
  utterance.lang = 'zh-CN';
  utterance.rate = saved.get().look.rate;
  utterance.onend = () => {
    if (spoken === utterance) speak(at + 1);
  };
  utterance.onerror = () => {
    if (spoken === utterance) reading.set({ ...reading.get(), fault: true });
  };
  spoken = utterance;
  speechSynthesis.speak(utterance);
}

/** Reads a reply from its beginning, sentence by sentence. */
export function read(messageId: string, sentences: readonly string[]): void {
  stopReading();
  text = sentences;
  reading.set({ messageId, at: 0, fault: false });
  speak(0);
}

export function stopReading(): void {
  spoken = null;
  speechSynthesis.cancel();
  reading.set(SILENT);
}

/** A step faster (1) or slower (-1), from the sentence that is being read. */
export function faster(steps: 1 | -1): void {
  changeLook((look) => ({
    ...look,
    rate: Math.min(FASTEST, Math.max(SLOWEST, Math.round((look.rate + steps * STEP) * 10) / 10)),
  }));
  spoken = null;
  speechSynthesis.cancel();
  speak(reading.get().at);
}
