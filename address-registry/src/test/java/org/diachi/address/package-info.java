/**
 * The acts of the register as scenarios, from simple to hard: {@code ActsInTimeTest} (one object on both time axes),
 * {@code RefusedActsTest} (what does not apply), {@code SuccessionTest} (objects that follow one another),
 * {@code DuplicateQueueTest} (what an officer decides), {@code RepeatedRequestTest} and {@code BatchTest} (requests),
 * {@code RandomHistoriesTest} (ten years at random against a model) and {@code ParallelClientsTest}.
 */
package org.diachi.address;
