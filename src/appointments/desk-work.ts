import type { Withdrawal } from '../store/withdraw.js';
import {
  answerTask,
  listTasks,
  recordAttendance,
  type Task,
  type TaskAnswer,
  type TaskResult,
} from './booking/desk-work.js';
import { type Withdrawn, withdrawSession } from './booking/withdraw.js';
import type { Parts } from './parts.js';

/** What community workers do for bookings. */
export interface DeskWork {
  /** Open tasks, the most overdue first. */
  tasks(): Promise<Task[]>;
  /** Writes down what a provider said; the first answer counts. */
  answer(taskId: string, answer: TaskAnswer): Promise<TaskResult>;
  /** Whether the person came; false where there is no such booking, or it has not begun. */
  attendance(appointmentId: string, came: boolean): Promise<boolean>;
  /** 停诊. */
  withdraw(withdrawal: Withdrawal): Promise<Withdrawn>;
}

export const createDeskWork = (parts: Parts): DeskWork => ({
  tasks: () => listTasks(parts),
  answer: (taskId, answer) => answerTask(parts, taskId, answer),
  attendance: (id, came) => recordAttendance(parts, id, came),
  withdraw: (withdrawal) => withdrawSession(parts, withdrawal),
});
