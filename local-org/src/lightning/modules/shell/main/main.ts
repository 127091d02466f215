/** Starts the app. */
import { createElement } from 'lwc';
import App from '../app/app.ts';
import { followLinks } from '../router/links.ts';
import { followChanges } from './changes.ts';
import { showToasts } from '../toasts/toasts.ts';

showToasts();
followLinks();
followChanges();
document.body.append(createElement('shell-app', { is: App }));
