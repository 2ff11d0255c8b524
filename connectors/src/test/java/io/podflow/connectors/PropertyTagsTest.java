package io.podflow.connectors;

import io.podflow.domain.testing.PropertyTags;

/** Of the properties of this module. */
class PropertyTagsTest extends PropertyTags {}
