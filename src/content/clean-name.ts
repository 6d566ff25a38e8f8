import {limits} from './limits.js';

export function cleanName(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

export function displayName(text: string): string {
  return [...cleanName(text)].slice(0, limits.name).join('');
}
