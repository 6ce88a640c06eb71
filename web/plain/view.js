const DANGER = new Set(['emergency', 'crisis', 'scam']);
const REPEAT = '再说一遍';
const CALLS = {
  110: '报警 110',
  119: '火警 119',
  120: '急救 120',
  12345: '政务热线 12345',
  96110: '反诈 96110',
};

/** An element with a class and children; strings become text, never markup. */
function element(tag, className, ...children) {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children);
  return made;
}

function button(label, onPress) {
  const made = element('button', '', label);
  made.type = 'button';
  made.addEventListener('click', onPress);
  return made;
}

const row = (items) => (items.length > 0 ? [element('div', 'row', ...items)] : []);

function call({ number }) {
  const link = element('a', 'call', `☎ ${CALLS[number] ?? number}`);
  link.href = `tel:${number.replace(/[^\d+*#-]/g, '')}`;
  return link;
}

function sources(citations) {
  if (citations.length === 0) return [];
  const quotes = citations.flatMap(({ title, document: number, clause, region, quote }) => [
    element('cite', '', `${region}《${title}》${number === title ? '' : number} ${clause}`),
    element('blockquote', '', quote),
  ]);
  return [element('details', '', element('summary', '', `看原文（${citations.length} 处）`), ...quotes)];
}

const bubble = (text) => element('div', 'bubble', text);
const who = (name) => element('span', 'who', `${name}：`);

/** What the person said; `failed`: it was not answered, and can be sent again. */
export function ownWords({ text, failed }, onAgain) {
  const again = failed ? row([button('没有答上，再发一次', onAgain)]) : [];
  return element('article', 'own', who('您'), bubble(text), ...again);
}

/**
 * A reply; what might be said next only under the last one, where it still makes sense. In danger the number to
 * ring comes first.
 */
export function answer(reply, isLast, onSuggestion) {
  const next = isLast ? [...new Set([...reply.suggestions, REPEAT])] : [];
  const suggestions = next.map((text) => button(text, () => onSuggestion(text)));
  const calls = row(reply.actions.map(call));
  const danger = DANGER.has(reply.kind);
  return element(
    'article',
    danger ? 'danger' : '',
    who('颐问'),
    ...(danger ? calls : []),
    bubble(reply.text),
    ...(danger ? [] : calls),
    ...sources(reply.citations),
    ...row(suggestions),
  );
}

/** The reply as far as it has come. */
export const coming = (text) =>
  element('article', 'waiting', who('颐问'), bubble(text === '' ? '正在查文件……' : text));

export const greeting = () =>
  element(
    'article',
    '',
    who('颐问'),
    bubble(
      '您好，我是颐问，帮您查养老和看病的政策。先在上面选一下老人在哪里，再问我，比如：三无老人每个月能领多少？',
    ),
  );

export function option({ name, adcode }) {
  const made = element('option', '', name);
  made.value = adcode;
  return made;
}
