/// <reference types="astro/client" />

declare namespace App {
  /** What every page is made from: one edition, without costs. */
  interface Locals {
    readonly edition: import('#program/document.ts').PublishedEdition
  }
}
