import { describe, expect, it } from 'vitest';
import { chunksOfText } from '../../../src/knowledge/search/chunks.js';
import { IndexHolder } from '../../../src/knowledge/search/holder.js';
import { buildIndex } from '../../../src/knowledge/search/index.js';
import { PolicyRetriever } from '../../../src/knowledge/search/langchain.js';
import { search } from '../../../src/knowledge/search/search.js';

const indexOf = (id: string, text: string) => buildIndex(chunksOfText(id, text));
const question = '三无老人每月补贴多少';

describe('PolicyRetriever', () => {
  it('gives a LangChain chain what the search finds, in its order, with the scores', async () => {
    const index = indexOf('b', '鹤城区实施方案。三无老人居家养老，每人每月补贴200元。养老机构享受运营补贴。');
    const documents = await new PolicyRetriever(new IndexHolder(index), { limit: 5 }).invoke(question);
    const hits = search(index, { text: question }, { limit: 5 });
    expect(documents.map(({ pageContent }) => pageContent)).toEqual(hits.map(({ chunk }) => chunk.text));
    expect(documents[0]?.metadata).toMatchObject({ documentId: 'b', score: hits[0]?.score });
  });

  it('finds in the index that is in use when it is asked', async () => {
    const holder = new IndexHolder(indexOf('a', '养老机构内设诊所实行备案管理。'));
    const retriever = new PolicyRetriever(holder, { limit: 5 });
    expect(await retriever.invoke(question)).toEqual([]);
    holder.swap(indexOf('b', '三无老人居家养老，每人每月补贴200元。'));
    expect((await retriever.invoke(question))[0]?.metadata.documentId).toBe('b');
  });
});
