import { type ReactNode, useEffect, useState } from 'react';
import type { Citation } from '../../../../src/bot/reply.js';
import { clauseRoute } from '../route.js';
import { Dialog } from '../ui/dialog.js';
import { picture } from './picture.js';

/** What is sent to the family: the clause and a way to read it. Nothing of what was asked or told is in it. */
export default function Share({ citation, onClose }: { citation: Citation; onClose(): void }): ReactNode {
  const { documentId, document, title, clauseId, clause, region, quote } = citation;
  const [image, setImage] = useState<string | null>(null);
  const [done, setDone] = useState('');
  const link = new URL(`./#/${clauseRoute(documentId, clauseId)}`, location.href).href;
  const words = `${region}的养老政策《${title}》${document === title ? '' : document} ${clause}`;

  useEffect(
    () => setImage(picture({ region, title, document, clause, quote })),
    [region, title, document, clause, quote],
  );

  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(`${words}\n${link}`);
      setDone('链接拷好了，到微信里长按输入框，点“粘贴”就行。');
    } catch {
      setDone('没有拷成。请长按下面的链接，自己拷。');
    }
  }

  async function hand(): Promise<void> {
    // Whoever closes the telephone's own sheet has changed their mind; that is no fault.
    await navigator.share({ title: words, text: words, url: link }).catch(() => {});
  }

  return (
    <Dialog title="发给家人" onClose={onClose}>
      <p>发出去的只有政策原文和出处，没有您问的话，也没有老人的情况。</p>
      {image && <img className="picture" src={image} alt={`图片：${words}`} />}
      <p className="fine">长按图片可以保存，或者直接发给微信里的家人。</p>
      <div className="choices">
        {'share' in navigator && (
          <button type="button" className="main" onClick={hand}>
            发送……
          </button>
        )}
        <button type="button" className="main" onClick={copy}>
          拷贝链接
        </button>
        {image && (
          <a className="choice" href={image} download="颐问.png">
            存图片
          </a>
        )}
      </div>
      <p role="status">{done}</p>
      <p className="fine address">{link}</p>
    </Dialog>
  );
}
