import { createRootRoute, createRoute, createRouter, redirect } from '@tanstack/react-router';
import { pages } from '../pages/index.js';
import { Frame } from './frame.js';

const root = createRootRoute({ component: Frame });

const home = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: pages[0]!.path });
  },
});

const routes = pages.map(({ path, state, Page }) => createRoute({ getParentRoute: () => root, path, validateSearch: state, component: Page }));

export const router = createRouter({ routeTree: root.addChildren([home, ...routes]) });
