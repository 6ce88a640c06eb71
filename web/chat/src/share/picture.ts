const WIDTH = 750;
const EDGE = 60;
const FONT = '"PingFang SC", "Microsoft YaHei", "Noto Sans CJK SC", sans-serif';
const LONGEST_QUOTE = 160;

export interface Shown {
  region: string;
  title: string;
  document: string;
  clause: string;
  quote: string;
}

interface Line {
  text: string;
  size: number;
  weight: number;
  colour: string;
  /** Pixels above it. */
  gap: number;
}

/** Words in lines no wider than `width` pixels; Chinese breaks anywhere. */
function wrapped(context: CanvasRenderingContext2D, words: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (const character of words.replace(/\s+/g, ' ')) {
    if (context.measureText(line + character).width > width) {
      lines.push(line);
      line = '';
    }
    line += character;
  }
  return [...lines, line];
}

/** A card of the clause as a data: address of a PNG; null where the browser cannot draw. */
export function picture({ region, title, document, clause, quote }: Shown): string | null {
  const canvas = window.document.createElement('canvas');
  const context = canvas.getContext('2d');
  if (context === null) return null;
  const short = quote.length > LONGEST_QUOTE ? `${quote.slice(0, LONGEST_QUOTE)}……` : quote;
  const blocks: Line[] = [
    { text: '颐问 · 养老政策', size: 34, weight: 600, colour: '#0a5c33', gap: 0 },
    { text: `${region}的文件写着：`, size: 32, weight: 400, colour: '#4d4d4d', gap: 40 },
    { text: `“${short}”`, size: 40, weight: 600, colour: '#191919', gap: 24 },
    { text: `《${title}》`, size: 30, weight: 400, colour: '#333333', gap: 40 },
    {
      text: `${document === title ? '' : document} ${clause}`.trim(),
      size: 30,
      weight: 400,
      colour: '#333333',
      gap: 12,
    },
    { text: '办事以当地部门为准；可以打12345问。', size: 28, weight: 400, colour: '#4d4d4d', gap: 40 },
  ];
  let y = EDGE;
  const lines = blocks.flatMap(({ text, size, weight, colour, gap }) => {
    const font = `${weight} ${size}px ${FONT}`;
    context.font = font;
    y += gap;
    return wrapped(context, text, WIDTH - 2 * EDGE).map((words) => {
      y += size * 1.5;
      return { words, font, colour, y };
    });
  });
  canvas.width = WIDTH;
  canvas.height = Math.ceil(y) + EDGE;
  context.fillStyle = '#ffffff';
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.fillStyle = '#0a5c33';
  context.fillRect(0, 0, canvas.width, 16);
  for (const line of lines) {
    context.font = line.font;
    context.fillStyle = line.colour;
    context.fillText(line.words, EDGE, line.y);
  }
  return canvas.toDataURL('image/png');
}
