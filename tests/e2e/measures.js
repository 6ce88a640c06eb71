/**
 * Measures what is on the screen, as the browser has laid it out; run in the page. Sizes are CSS pixels. A problem is
 * a line that names what is too small.
 */
window.measure = ({ leastText, leastTouch, leastMain }) => {
  const shown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) &&
    !element.closest('.unseen, noscript, [aria-hidden]');
  const open = document.querySelector('dialog[open]');
  const within = (selector) => [...(open ?? document).querySelectorAll(selector)].filter(shown);
  const problems = [];
  const named = (element) =>
    `${element.tagName} “${(element.ariaLabel ?? element.textContent).trim().slice(0, 20)}”`;

  for (const element of within('a, button, input, textarea, select, summary')) {
    const { width, height } = element.getBoundingClientRect();
    const least = element.matches('.main, .send, .tool, .help, .call, .choice') ? leastMain : leastTouch;
    if (Math.min(width, height) < least - 0.5)
      problems.push(`${named(element)} is ${Math.round(width)} by ${Math.round(height)}, not ${least}`);
  }

  for (const element of within('body *')) {
    const ownText = [...element.childNodes].some(
      (n) => n.nodeType === Node.TEXT_NODE && n.data.trim() !== '',
    );
    if (!ownText) continue;
    const { fontSize, lineHeight } = getComputedStyle(element);
    if (Number.parseFloat(fontSize) < leastText - 0.1)
      problems.push(`${named(element)} has text of ${fontSize}, not ${leastText}`);
    const lines = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    const isOneGlyph = element.closest('.Avatar') !== null;
    if (!isOneGlyph && lines < 1.29) problems.push(`${named(element)} has lines of ${lines.toFixed(2)}`);
  }

  const wide = document.documentElement.scrollWidth;
  if (wide > innerWidth) problems.push(`the page is ${wide} wide, the window ${innerWidth}`);
  for (const element of within('.log, .screen, .sheet'))
    if (element.scrollWidth > element.clientWidth + 1)
      problems.push(`${named(element)} scrolls sideways: ${element.scrollWidth} in ${element.clientWidth}`);
  return problems;
};
