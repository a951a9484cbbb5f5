/**
 * What pictures, tiles and questions about places on maps cost: processor time of the service a request, and requests a
 * second. Places are those of registered addresses, so that it is asked for where people look.
 */
@NullMarked
package org.diachi.bench.maps;

import org.jspecify.annotations.NullMarked;
