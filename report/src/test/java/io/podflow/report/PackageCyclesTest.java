package io.podflow.report;

import io.podflow.domain.testing.PackageCycles;

/** Of the packages of this module. */
class PackageCyclesTest extends PackageCycles {}
