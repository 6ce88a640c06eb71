import './style/index.css';
import { ConfigProvider, ErrorBoundary } from '@chatui/core';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { App } from './app.js';
import { currentElder, withElder } from './state/elder.js';
import { wear } from './state/look.js';
import { change, saved } from './state/store.js';
import { say } from './talk/talk.js';
import { BrokenPage } from './ui/broken.js';

const page = document.getElementById('page');
if (page === null) throw new Error('the page has no place for the talk');

wear(saved.get().look);

// Words sent, and words typed, before this script was there.
for (const { textContent } of page.querySelectorAll('.right .Bubble')) say(textContent ?? '');
const typed = page.querySelector('textarea');
if (typed && typed.value !== '')
  change((held) => withElder(held, currentElder(held).id, (elder) => ({ ...elder, draft: typed.value })));
const typing = typed !== null && document.activeElement === typed;

createRoot(page).render(
  <StrictMode>
    <ConfigProvider locale="zh-CN">
      <ErrorBoundary FallbackComponent={BrokenPage}>
        <App typing={typing} />
      </ErrorBoundary>
    </ConfigProvider>
  </StrictMode>,
);

if ('serviceWorker' in navigator && import.meta.env.PROD)
  navigator.serviceWorker.register('./sw.js').catch(() => {});
