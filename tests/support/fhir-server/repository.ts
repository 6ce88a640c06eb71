import { validateResource, type WithId } from '@medplum/core';
import {
  type CreateResourceOptions,
  MemoryRepository,
  type UpdateResourceOptions,
} from '@medplum/fhir-router';
import type { Resource } from '@medplum/fhirtypes';

/**
 * medplum's repository in memory, with what it lacks for booking: resources are validated against R4's definitions,
 * and a transaction that fails leaves nothing behind. Writes must come one after the other: the server sees to it.
 */
export class TransactionalRepository extends MemoryRepository {
  #undo: (() => Promise<unknown>)[] | null = null;

  override async createResource<T extends Resource>(
    resource: T,
    _options?: CreateResourceOptions,
  ): Promise<WithId<T>> {
    validateResource(resource);
    const created = await super.createResource(resource);
    this.#undo?.push(() => super.deleteResource(created.resourceType, created.id));
    return created;
  }

  override async updateResource<T extends Resource>(
    resource: T,
    options?: UpdateResourceOptions,
  ): Promise<WithId<T>> {
    const { resourceType, id } = resource;
    const before = await super.readResource<T>(resourceType, id ?? '').catch(() => null);
    const updated = await super.updateResource(resource, options);
    // An update ends in a create, whose undoing is on the list by now: what was there before takes its place.
    if (before !== null) this.#undo?.splice(-1, 1, () => super.createResource(before));
    return updated;
  }

  override async withTransaction<T>(callback: (client: undefined) => Promise<T>): Promise<T> {
    if (this.#undo !== null) return callback(undefined);
    const undo: (() => Promise<unknown>)[] = [];
    this.#undo = undo;
    try {
      return await callback(undefined);
    } catch (error) {
      this.#undo = null;
      for (const step of undo.reverse()) await step();
      throw error;
    } finally {
      this.#undo = null;
    }
  }
}
