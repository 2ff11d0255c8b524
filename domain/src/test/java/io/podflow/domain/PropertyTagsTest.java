package io.podflow.domain;

import io.podflow.domain.testing.PropertyTags;

/** Of the properties of this module. */
class PropertyTagsTest extends PropertyTags {}
