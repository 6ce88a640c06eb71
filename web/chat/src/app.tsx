import { ErrorBoundary } from '@chatui/core';
import { lazy, type ReactNode, Suspense, useEffect, useLayoutEffect, useRef } from 'react';
import { ChatScreen } from './chat/chat-screen.js';
import { useRoute } from './route.js';
import { wear } from './state/look.js';
import { useElder, useLook } from './state/store.js';
import { speakForCurrent } from './talk/talk.js';
import { BrokenScreen } from './ui/broken.js';
import { Screen } from './ui/screen.js';

/** Screens beside the talk; each is fetched when it is first opened. */
const SCREENS = {
  clause: lazy(() => import('./document/clause-screen.js')),
  documents: lazy(() => import('./document/documents-screen.js')),
  place: lazy(() => import('./place/place-screen.js')),
  family: lazy(() => import('./family/family-screen.js')),
  book: lazy(() => import('./booking/book-screen.js')),
  appointments: lazy(() => import('./booking/appointments-screen.js')),
  assess: lazy(() => import('./assess/assess-screen.js')),
  settings: lazy(() => import('./settings/settings-screen.js')),
} as const;

const isScreen = (name: string): name is keyof typeof SCREENS => Object.keys(SCREENS).includes(name);

export function App({ typing }: { typing: boolean }): ReactNode {
  const route = useRoute();
  const look = useLook();
  const { id } = useElder();
  const left = useRef<Element | null>(null);
  const screen = isScreen(route.screen) ? route.screen : null;

  useEffect(() => wear(look), [look]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: another elder is another conversation
  useEffect(speakForCurrent, [id]);

  // Who comes back to the talk finds the focus where it was.
  useLayoutEffect(() => {
    if (screen !== null) return;
    if (left.current instanceof HTMLElement) left.current.focus();
    return () => {
      left.current = document.activeElement;
    };
  }, [screen]);

  const Opened = screen === null ? null : SCREENS[screen];
  return (
    <>
      <ChatScreen hidden={Opened !== null} typing={typing} />
      {Opened && (
        <ErrorBoundary key={location.hash} FallbackComponent={BrokenScreen}>
          <Suspense fallback={<Screen title="正在打开……">{null}</Screen>}>
            <Opened route={route} />
          </Suspense>
        </ErrorBoundary>
      )}
    </>
  );
}
