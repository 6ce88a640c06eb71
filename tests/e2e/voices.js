/**
 * Stand-ins for the browser's ear and voice, which need a network and a loudspeaker; run in the page before its own
 * script. `hear(words)` is what the ear understands; the voice says one sentence until `finish()`; `said` has each
 * with its speed.
 */
class Ear {
  start() {
    window.hear = (transcript) => this.onresult({ results: [[{ transcript }]] });
  }
  stop() {
    this.onend?.();
  }
}

window.SpeechRecognition = Ear;
window.said = [];
Object.defineProperty(window, 'speechSynthesis', {
  value: {
    speak(utterance) {
      window.said.push(`${utterance.rate} ${utterance.text}`);
      window.finish = () => utterance.onend();
    },
    cancel() {},
  },
});
