package com.example;

/** Is compiled after the migrations have run. */
public final class Orders {}
