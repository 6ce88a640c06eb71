/** Small real files of each format, made here so that what they hold can be read beside the test. */
import { crc32 } from 'node:zlib';

const u16 = (n: number) => [n & 255, (n >> 8) & 255];
const u32 = (n: number) => [...u16(n & 0xffff), ...u16(n >>> 16)];

/** A ZIP of stored entries (APPNOTE 4.3). */
export function zip(files: Record<string, string>): Buffer {
  const local: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, content] of Object.entries(files)) {
    const data = Buffer.from(content);
    const common = [
      ...u16(20),
      ...u16(0),
      ...u16(0),
      ...u32(0),
      ...u32(crc32(data)),
      ...u32(data.length),
      ...u32(data.length),
    ];
    const header = Buffer.from([0x50, 0x4b, 3, 4, ...common, ...u16(name.length), ...u16(0)]);
    local.push(header, Buffer.from(name), data);
    const tail = [...u16(name.length), ...u16(0), ...u16(0), ...u16(0), ...u16(0), ...u32(0), ...u32(offset)];
    central.push(Buffer.from([0x50, 0x4b, 1, 2, ...u16(20), ...common, ...tail]), Buffer.from(name));
    offset += header.length + name.length + data.length;
  }
  const directory = Buffer.concat(central);
  const count = Object.keys(files).length;
  const end = [
    0x50,
    0x4b,
    5,
    6,
    ...u32(0),
    ...u16(count),
    ...u16(count),
    ...u32(directory.length),
    ...u32(offset),
    ...u16(0),
  ];
  return Buffer.concat([...local, directory, Buffer.from(end)]);
}

export function docx(lines: readonly string[]): Buffer {
  const w = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  const paragraphs = lines
    .map((line) => `<w:p><w:r><w:t xml:space="preserve">${line}</w:t></w:r></w:p>`)
    .join('');
  const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zip({
    '[Content_Types].xml': `<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${type}"/></Types>`,
    '_rels/.rels':
      '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>',
    'word/document.xml': `<?xml version="1.0"?><w:document xmlns:w="${w}"><w:body>${paragraphs}</w:body></w:document>`,
  });
}

/** A PDF (ISO 32000-1) of the objects given, with a right cross-reference table; object 1 is the catalog. */
function pdfOf(objects: readonly string[], trailer = ''): Buffer {
  let body = '%PDF-1.4\n';
  const offsets = objects.map((object, i) => {
    const offset = body.length;
    body += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return offset;
  });
  const rows = offsets.map((offset) => `${String(offset).padStart(10, '0')} 00000 n \n`).join('');
  const size = objects.length + 1;
  return Buffer.from(
    `${body}xref\n0 ${size}\n0000000000 65535 f \n${rows}trailer\n<< /Size ${size} /Root 1 0 R ${trailer}>>\nstartxref\n${body.length}\n%%EOF\n`,
    'latin1',
  );
}

const stream = (content: string) => `<< /Length ${content.length} >>\nstream\n${content}\nendstream`;
const FONT = [
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [4 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /DW 1000 /FontDescriptor 5 0 R >>',
  '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
];
const SIZE = 16;

/** Pages of lines in a Chinese font, 16 points; a line that begins with 　　 is indented. */
export function pdf(pages: readonly (readonly string[])[], trailer = ''): Buffer {
  const hex = (line: string) => Buffer.from(line, 'utf16le').swap16().toString('hex');
  const first = 6;
  const kids = pages.map((_, i) => `${first + 2 * i} 0 R`).join(' ');
  const leaves = pages.flatMap((lines, i) => {
    const shown = lines.map((line, n) => {
      const indent = line.startsWith('　　') ? 2 * SIZE : 0;
      return `BT /F1 ${SIZE} Tf 1 0 0 1 ${72 + indent} ${760 - 28 * n} Tm <${hex(line.trim())}> Tj ET`;
    });
    const page = `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R >> >> /Contents ${first + 2 * i + 1} 0 R >>`;
    return [page, stream(shown.join('\n'))];
  });
  const tree = `<< /Type /Pages /Kids [${kids}] /Count ${pages.length} >>`;
  return pdfOf(['<< /Type /Catalog /Pages 2 0 R >>', tree, ...FONT, ...leaves], trailer);
}

/** A page that is one picture, as a scanner leaves it. */
export function scannedPdf(): Buffer {
  const image = 'q 595 0 0 842 0 0 cm BI /W 1 /H 1 /CS /G /BPC 8 ID \xff EI Q';
  return pdfOf([
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>',
    stream(image),
  ]);
}

/** Encrypted with a password that nobody knows (standard handler, revision 2). */
export function lockedPdf(): Buffer {
  const junk = `<${'5a'.repeat(32)}>`;
  return pdf(
    [['　　密']],
    `/Encrypt << /Filter /Standard /V 1 /R 2 /O ${junk} /U ${junk} /P -4 >> /ID [<01> <01>] `,
  );
}
