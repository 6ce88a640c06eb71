/**
 * Says one text after the other: by the browser's voice where it has one for Mandarin, else in silence for as long as
 * it would take. `wanted`: whether it is to be heard at all.
 */
export function createVoice({ silentMs, wanted }) {
  const synthesis = window.speechSynthesis;
  let generation = 0;
  let timer;
  let tail = Promise.resolve();

  const mandarin = () => synthesis?.getVoices().find(({ lang }) => /^(zh|cmn)[-_](CN|Hans)/i.test(lang));

  function stop() {
    generation++;
    clearTimeout(timer);
    synthesis?.cancel();
    tail = Promise.resolve();
  }

  function speak(text, done) {
    const mine = generation;
    const ended = () => {
      if (mine === generation) done();
    };
    const spoken = mandarin();
    if (!wanted() || spoken === undefined) {
      timer = setTimeout(ended, text.replace(/[\s\p{P}\p{S}]/gu, '').length * silentMs);
      return;
    }
    const utterance = new SpeechSynthesisUtterance(text);
    utterance.voice = spoken;
    utterance.lang = spoken.lang;
    utterance.rate = 0.75;
    utterance.addEventListener('end', ended);
    utterance.addEventListener('error', ended);
    synthesis.speak(utterance);
  }

  return {
    stop,
    /** Says it now, in place of what is being said. */
    say(text, done) {
      stop();
      speak(text, done);
    },
    /** Says it after what is being said. */
    queue(text) {
      const mine = generation;
      tail = tail.then(
        () =>
          new Promise((done) => {
            if (mine !== generation) done();
            else speak(text, done);
          }),
      );
    },
  };
}
