/* Sentences about what stands in an element and should not, or does not and should. */
#ifndef MODEL_CONTENT_H
#define MODEL_CONTENT_H

#include "model/violation.h"

/* Each answers whether it could tell more than the validator does. */

/* An element that is not expected where it is, or content that ends too early. */
bool content_tell(const struct violation *);

/* Text or elements in what must be empty, elements in what takes text: the node is their parent. */
bool content_tell_inside(const struct violation *);

/* Text in what takes only elements. */
bool content_tell_text(const struct violation *);

#endif
