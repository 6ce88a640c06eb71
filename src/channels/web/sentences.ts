/** What a reader takes in at once: a reply is streamed by sentences, and read aloud by them. Joined, they are the text. */
export function sentences(text: string): string[] {
  return text.match(/[^。！？；\n]*[。！？；\n]+|[^。！？；\n]+$/g) ?? [];
}
